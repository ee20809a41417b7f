import { expect, test } from 'vitest';
import type { Grade } from '../../../scripts/audit/lighthouse.ts';
import { brokenPromises } from '../../../scripts/audit/promises.ts';

const perfect: Grade = {
  path: '/cases/',
  performance: 100,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  lcp: 899,
  cls: 0,
  tbt: 12,
  ownTbt: 0,
  complaints: [],
};

test('a page that is fast and still breaks no promise, whatever the instruments cost', () => {
  expect(brokenPromises(perfect)).toEqual([]);
});

test('each figure that falls short is named, with what was expected and found; one that is missing falls short', () => {
  expect(brokenPromises({ ...perfect, seo: 99, lcp: 900, cls: 0.0094, ownTbt: Number.NaN })).toEqual([
    '/cases/ seo: expected 100, found 99',
    '/cases/ lcp: expected at most 899, found 900',
    '/cases/ cls: expected 0, found 0.0094',
    '/cases/ ownTbt: expected at most 25, found NaN',
  ]);
});
