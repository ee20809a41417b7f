import { expect, test } from 'vitest';
import { indexByLetter } from '../../../src/queries/indexes/letter-index.ts';

const index = (names: string[], lang: 'zh' | 'en') =>
  indexByLetter(names, (name) => name, lang).map(({ letter, entries }) => `${letter} ${entries.join(' ')}`);

test('files Chinese under its pinyin, reading 重庆 and 长沙 as the places they are', () => {
  expect(index(['重庆', '长沙', '客户流失', '报价', 'Owner', '承诺'], 'zh')).toEqual([
    'B 报价',
    'C 长沙 承诺 重庆',
    'K 客户流失',
    'O Owner',
  ]);
});

test('files English under its spelling, whatever its case and accents', () => {
  expect(index(['zero', 'Écart', 'early talks', 'Acceptance'], 'en')).toEqual([
    'A Acceptance',
    'E early talks Écart',
    'Z zero',
  ]);
});

test('puts what has no letter behind all letters', () => {
  expect(index(['5G', '割接', '“黑洞”'], 'zh')).toEqual(['G 割接', '# “黑洞” 5G']);
});
