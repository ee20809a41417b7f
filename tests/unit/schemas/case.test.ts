import { expect, test } from 'vitest';
import { caseSchema } from '../../../src/schemas/case.ts';

const told = (fields: object) =>
  caseSchema.safeParse({
    kind: 'case',
    title: { zh: '换了三次的合同' },
    detection: { method: 'marker', confidence: 1, cues: [] },
    permalink: 'k7mq2',
    source: { lines: [3, 5] },
    ...fields,
  }).success;

test('takes a case of a rule, and one of a chapter without rules', () => {
  expect(told({ id: '01-02-1', rule: '01-02' })).toBe(true);
  expect(told({ id: '01-00-1', chapter: '01' })).toBe(true);
});

test('refuses a case of nothing, of both, and one whose id says something else', () => {
  expect(told({ id: '01-00-1' })).toBe(false);
  expect(told({ id: '01-02-1', rule: '01-02', chapter: '01' })).toBe(false);
  expect(told({ id: '01-01-1', chapter: '01' })).toBe(false);
  expect(told({ id: '01-03-1', rule: '01-02' })).toBe(false);
});
