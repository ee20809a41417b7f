import { expect, test } from 'vitest';
import { toHan } from '../../../src/lib/han-number.ts';

test.for([
  [0, '零'],
  [7, '七'],
  [10, '十'],
  [12, '十二'],
  [28, '二十八'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1001, '一千零一'],
  [2018, '二千零一十八'],
] as const)('writes %i as %s', ([number, text]) => {
  expect(toHan(number)).toBe(text);
});

test('leaves what it has no numeral for in figures', () => {
  expect(toHan(-1)).toBe('-1');
  expect(toHan(12_345)).toBe('12345');
});
