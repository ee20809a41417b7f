import { expect, test } from 'vitest';
import { casesIn, openingChapters } from '../../../src/queries/arrange/opening-chapters.ts';

const told = (count: number) => Array.from({ length: count }, () => 'case');
/** A chapter with this many cases in its only rule. */
const chapter = (cases: number) => ({ cases: told(0), rules: [{ cases: told(cases) }] });
const counts = (...cases: number[]) => openingChapters(cases.map(chapter), 10).map(casesIn);

test('takes whole chapters until there are enough cases', () => {
  expect(counts(6, 0, 5, 4, 5, 3)).toEqual([6, 0, 5]);
  expect(counts(40, 40)).toEqual([40]);
});

test('takes all chapters where few cases would be left over, and where there are few at all', () => {
  expect(counts(6, 5, 9)).toEqual([6, 5, 9]);
  expect(counts(2, 1)).toEqual([2, 1]);
  expect(counts()).toEqual([]);
});

test('counts the cases that a chapter without rules tells itself', () => {
  const bare = (cases: number) => ({ cases: told(cases), rules: [] });
  expect(openingChapters([bare(9), bare(3), bare(30)], 10).map(casesIn)).toEqual([9, 3]);
});
