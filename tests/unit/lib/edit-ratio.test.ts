import { expect, test } from 'vitest';
import { editRatio } from '../../../src/lib/edit-ratio.ts';

test.for([
  ['看灯', '看灯', 1],
  ['', '', 1],
  ['看灯', '', 0],
  ['先看灯', '先看门', 2 / 3],
  ['先看灯再看门', '先看灯看门', 5 / 6],
  ['灯', '门锁', 0],
] as [string, string, number][])('%s and %s are alike by %d', ([a, b, ratio]) => {
  expect(editRatio(a, b)).toBeCloseTo(ratio, 10);
  expect(editRatio(b, a)).toBeCloseTo(ratio, 10);
});

test('texts that are less alike than asked for are not alike at all', () => {
  expect(editRatio('先看灯再看', '先看门再看', 0.8)).toBeCloseTo(0.8, 10);
  expect(editRatio('先看灯再看', '先看门再看', 0.81)).toBe(0);
  expect(editRatio('先看灯再看门', '先看门再看锁', 0.8)).toBe(0);
  expect(editRatio('先看灯', '先看灯再看门', 0.6)).toBe(0);
});
