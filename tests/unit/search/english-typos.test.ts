import { expect, test } from 'vitest';
import {
  correctedWord,
  wordFrequencies,
  isOneMistakeAway,
} from '../../../src/search/query/relax/english-typos.ts';

test.for([
  ['customr', 'customer', true],
  ['cusstomer', 'customer', true],
  ['cutsomer', 'customer', true],
  ['custamer', 'customer', true],
  ['ustomer', 'customer', true],
  ['customer', 'customer', false],
  ['csutmoer', 'customer', false],
  ['custom', 'customer', false],
  ['abcd', 'badc', false],
] as const)('%s and %s: %s', ([a, b, expected]) => {
  expect(isOneMistakeAway(a, b)).toBe(expected);
  expect(isOneMistakeAway(b, a)).toBe(expected);
});

test('takes the commonest of several words, and leaves short ones alone', () => {
  expect(correctedWord('trast', wordFrequencies(['trust', 'tract', 'trust', 'toast']))).toBe('trust');
  expect(correctedWord('sal', wordFrequencies(['sale']))).toBeUndefined();
  expect(correctedWord('zzzz', wordFrequencies(['sale']))).toBeUndefined();
});
