import { expect, test } from 'vitest';
import { commonKeywords, nearestTitles } from '../../../src/search/query/rank/nearest.ts';

const titlesLike = (typed: string, ...titles: string[]) =>
  nearestTitles(
    typed,
    titles.map((title) => ({ title })),
  ).map(({ title }) => title);

test('titles that share pairs of characters come before those that share single ones', () => {
  expect(titlesLike('客胡需求', '求人不如需要', '听懂需求', '客人来了')).toEqual([
    '听懂需求',
    '求人不如需要',
    '客人来了',
  ]);
});

test('a short title comes before a long one that shares as much, and none that shares nothing', () => {
  expect(titlesLike('报价', '先问清楚再去报价的人', '报价', '雨天借伞')).toEqual([
    '报价',
    '先问清楚再去报价的人',
  ]);
  expect(titlesLike('！', '报价')).toEqual([]);
});

test('the keywords that most pages have come first', () => {
  const records = [['回款', '合同'], ['合同'], ['合同', '报价'], ['报价']].map((keywords, page) => ({
    page,
    type: 'rule' as const,
    id: String(page),
    title: '',
    keywords,
    head: 0,
    facets: {},
  }));
  expect(commonKeywords(records, 2)).toEqual(['合同', '报价']);
});
