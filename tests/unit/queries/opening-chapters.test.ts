import { expect, test } from 'vitest';
import { openingChapters } from '../../../src/queries/opening-chapters.ts';

/** A chapter with so many cases in its only rule. */
const chapter = (cases: number) => ({ rules: [{ cases: Array.from({ length: cases }, () => 'case') }] });
const counts = (...cases: number[]) =>
  openingChapters(cases.map(chapter), 10).map(({ rules }) => rules[0]!.cases.length);

test('takes whole chapters until there are enough cases', () => {
  expect(counts(6, 0, 5, 4, 5, 3)).toEqual([6, 0, 5]);
  expect(counts(40, 40)).toEqual([40]);
});

test('takes all chapters where few cases would be left over, and where there are few at all', () => {
  expect(counts(6, 5, 9)).toEqual([6, 5, 9]);
  expect(counts(2, 1)).toEqual([2, 1]);
  expect(counts()).toEqual([]);
});
