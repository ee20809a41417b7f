import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptValuesVariable, KeptValues, saveKeptValues } from '../../../src/freshness/kept-values.ts';
import { temporaryFolder } from './project.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  process.env[keptValuesVariable] = folder;
});
afterEach(() => {
  Reflect.deleteProperty(process.env, keptValuesVariable);
});

/** A build that wants values of these inputs; which of them it had to make. */
function build<T>(inputs: readonly string[], make: (input: string) => T, fingerprint = 'code') {
  const values = new KeptValues<T>('values', () => fingerprint);
  const made: string[] = [];
  const got = inputs.map((input) =>
    values.of(input, () => {
      made.push(input);
      return make(input);
    }),
  );
  values.save();
  return { made, got };
}

test('a value is made once, and again if the code that makes it changes', () => {
  const length = (input: string) => ({ length: input.length });
  expect(build(['一', '一二'], length).made).toEqual(['一', '一二']);
  expect(build(['一', '一二', '一二三'], length)).toEqual({
    made: ['一二三'],
    got: [{ length: 1 }, { length: 2 }, { length: 3 }],
  });
  expect(build(['一', '一二三'], length, 'other code').made).toEqual(['一', '一二三']);
});

test('what is made so far can be written down for another process, and what is made afterwards as well', () => {
  const first = new KeptValues<number>('values', () => 'code');
  for (const input of ['一', '二']) {
    first.of(input, () => 1);
    saveKeptValues();
  }
  expect(build(['一', '二'], () => 1).made).toEqual([]);
});

test('each value that is handed out is the caller’s own', () => {
  const list = () => ['一'];
  build(['a'], list);
  const { got } = build(['a', 'a'], list);
  got[0]?.push('二');
  expect(got[1]).toEqual(['一']);
});

test('what JSON can’t say is made each time', () => {
  expect(build(['a'], () => [Number.NaN]).got).toEqual([[Number.NaN]]);
  expect(build(['a'], () => [Number.NaN])).toEqual({ made: ['a'], got: [[Number.NaN]] });
  build(['b'], () => undefined);
  expect(build(['b'], () => undefined).made).toEqual(['b']);
});

test('a cut file counts as none', () => {
  build(['a'], () => 1);
  truncateSync(join(folder, readdirSync(folder)[0] ?? ''), 9);
  expect(build(['a'], () => 1)).toEqual({ made: ['a'], got: [1] });
});

test('without a folder nothing is kept', () => {
  Reflect.deleteProperty(process.env, keptValuesVariable);
  build(['a'], () => 1);
  expect(build(['a'], () => 1).made).toEqual(['a']);
  expect(readdirSync(folder)).toEqual([]);
});

test('in a folder that can’t be written nothing is kept, and nothing fails', () => {
  writeFileSync(join(folder, 'file'), '');
  process.env[keptValuesVariable] = join(folder, 'file', 'values');
  build(['a'], () => 1);
  expect(build(['a'], () => 1)).toEqual({ made: ['a'], got: [1] });
});

test('of values that the last run didn’t ask for, only so many are kept', () => {
  const run = (input: string) => {
    const values = new KeptValues<string>('values', () => 'code', { maxUnused: 1 });
    let isMade = false;
    values.of(input, () => {
      isMade = true;
      return input;
    });
    values.save();
    return isMade;
  };
  expect(['a', 'b', 'c', 'b', 'a'].map(run)).toEqual([true, true, true, false, true]);
});
