import { expect, test } from 'vitest';
import {
  correctedIn,
  deletions,
  insertions,
  substitutions,
  transpositions,
} from '../../../src/search/query/relax/typos.ts';

test('changes neighbours round, but not twins', () => {
  expect(transpositions('客户户')).toEqual(['户客户']);
});

test('takes one character out, each result once', () => {
  expect(deletions('客户户需')).toEqual(['户户需', '客户需', '客户户']);
});

test('fills a hole with the character that the text has', () => {
  const [, hole] = insertions('客需求');
  expect(hole).toEqual({ phrases: ['客需', '求'], between: 1 });
  const fillings = insertions('客需求').map((each) => correctedIn('先懂客户需求再说', each));
  expect(fillings).toEqual(['客户需求', undefined]);
});

test('replaces one wrong character by what the text has', () => {
  const fillings = substitutions('客户须求').map((each) => correctedIn('先懂客户需求再说', each));
  expect(fillings).toContain('客户需求');
});

test('does not fill a hole at the end of the text', () => {
  expect(correctedIn('客', { phrases: ['客', '户'], between: 1 })).toBeUndefined();
});
