import { expect, test } from 'vitest';
import { Memo } from '../../../scripts/ingest/run/memo.ts';

test('keeps what this run or the one before asked for, by step and key, and forgets the rest', () => {
  const memo = new Memo();
  const made: string[] = [];
  const ask = (step: string, key: string) =>
    memo.keep(step, key, () => {
      made.push(`${step} ${key}`);
      return made.length;
    });
  const run = (...keys: string[]) => {
    memo.turn();
    made.length = 0;
    for (const key of keys) ask('cut', key);
    return [...made];
  };
  expect(run('灯', '门', '灯')).toEqual(['cut 灯', 'cut 门']);
  expect(run('灯')).toEqual([]);
  expect(run('灯', '门')).toEqual(['cut 门']);
  memo.turn();
  expect(ask('count', '灯')).not.toBe(ask('cut', '灯'));
});

test('keeps a value that is undefined', () => {
  const memo = new Memo();
  let made = 0;
  const ask = () => memo.keep('cut', '灯', (): undefined => void (made += 1));
  ask();
  ask();
  expect(made).toBe(1);
});
