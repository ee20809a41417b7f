import { expect, test } from 'vitest';
import { coverSetting } from '../../../src/components/home/cover-setting.ts';

test.for([
  ['易', 1.06],
  ['水泵手册', 4.24],
  ['Ⅱ期β版✔手册', 7.42],
  ['水泵巡检与夜班值守', 9.54],
] as const)('sets %s in one column', ([title, length]) => {
  const setting = coverSetting(title);
  expect(setting.across).toBe(false);
  expect(setting.length).toBeCloseTo(length);
});

test('no title of up to thirty characters has a column of more than twelve', () => {
  for (let count = 1; count <= 30; count += 1)
    expect(coverSetting('泵'.repeat(count)).length).toBeLessThanOrEqual(12 * 1.06);
});

test('sets a title in letters across, as large as its longest word allows', () => {
  const short = coverSetting('The Pump Handbook');
  const long = coverSetting('The Internationalisation Handbook');
  expect(short.across).toBe(true);
  expect(long.length).toBeGreaterThan(short.length);
});

test('a few letters among Han characters stay upright', () => {
  expect(coverSetting('ISO9001质量管理体系文件汇编').across).toBe(false);
});

test('a letter by itself stands upright among Han characters, a word does not', () => {
  expect(coverSetting('Ⅱ期β版✔手册').upright).toBe(true);
  expect(coverSetting('ISO质量管理手册汇编').upright).toBe(false);
});

test.for([
  ['words', '禾丰便利门店管理规范', ['禾丰', '便利', '门店', '管理', '规范'], ['禾丰便利', '门店管理规范']],
  [
    'a space before words',
    '云栖山庄酒店 前厅部工作手册',
    ['云栖', '山庄', '酒店', ' ', '前厅', '部', '工作', '手册'],
    ['云栖山庄酒店 ', '前厅部工作手册'],
  ],
  ['one word too long for a column', '泵'.repeat(24), ['泵'.repeat(24)], ['泵'.repeat(24)]],
] as const)('a long title goes on in another column between words: %s', ([, title, words, columns]) => {
  const setting = coverSetting(title, words);
  expect(setting.columns).toEqual(columns);
  expect(setting.length).toBeLessThan(12);
});
