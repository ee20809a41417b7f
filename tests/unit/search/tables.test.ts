import { expect, test } from 'vitest';
import { toSimplified } from '../../../src/search/query/traditional.ts';
import { syllableTable, traditionalTable } from '../../../src/search/build/tables.ts';

test('knows the Traditional forms of just the characters at hand', () => {
  const table = traditionalTable(['客户体验']);
  expect(toSimplified('客戶體驗與', table)).toBe('客户体验與');
});

test('reads characters as they are read where they stand', () => {
  const table = syllableTable(['银行', '行动']);
  expect(table['hang']).toContain('行');
  expect(table['xing']).toContain('行');
  expect(table['yin']).toBe('银');
});
