import { expect, test } from 'vitest';
import { markOf, ownMark } from '../../../src/edition/names/mark.ts';

test.for([
  ['客户法则', '客'],
  ['Ⅱ期β版手册', '期'],
  ['the pump room handbook', 'T'],
  ['《餐廳服務》', '餐'],
  ['2024', '2'],
  ['★', '★'],
] as const)('the mark of %s is %s', ([title, mark]) => {
  expect(markOf(title)).toBe(mark);
});

test('the shipped edition keeps the seal that is drawn by hand', () => {
  expect(ownMark('content', '客户法则')).toBeUndefined();
  expect(ownMark('tests/fixtures/editions/law', '水法')).toBe('水');
});
