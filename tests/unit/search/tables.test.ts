import { expect, test } from 'vitest';
import { toSiteScript } from '../../../src/search/query/relax/traditional.ts';
import { syllableTable, traditionalTable } from '../../../src/search/build/tables.ts';

test('knows the Traditional forms of just the characters at hand', () => {
  const table = traditionalTable(['客户体验']);
  expect(toSiteScript('客戶體驗與', table)).toBe('客户体验與');
});

test('reads characters as they are read where they stand', () => {
  const table = syllableTable(['银行', '行动']);
  expect(table['hang']).toContain('行');
  expect(table['xing']).toContain('行');
  expect(table['yin']).toBe('银');
});

test('a Traditional site’s own characters, for Simplified ones and for themselves, the frequent ones first', () => {
  const table = traditionalTable(['出發前先理髮', '發光', '公里', '房裡和家裡'], 'zh-Hant');
  expect(toSiteScript('出发', table)).toBe('出發');
  expect(table).toContain('发發发髮');
  expect(table).toContain('里裡里里');
});
