import { describe, expect, test } from 'vitest';
import { decodeFields, encodeFields, fieldAt } from '../../../src/search/format/fields.ts';
import { rank, type KnownPages } from '../../../src/search/query/rank/rank.ts';
import type { RecordType, SearchRecord } from '../../../src/search/format/records.ts';
import { must } from '../../../src/lib/must.ts';

/** Pages as one reads them: title, keywords, text, at their places as the index has them (pairs, no gaps). */
const pages: { type: RecordType; title: string; keywords: string[]; text: string }[] = [
  { type: 'case', title: '一通电话', keywords: ['回款', '合同'], text: '客户需求写在合同里' },
  { type: 'rule', title: '先问清楚再报价', keywords: ['客户需求', '报价'], text: '多问一句' },
  { type: 'rule', title: '客户需求', keywords: ['倾听'], text: '写下来' },
  { type: 'rule', title: '读懂客户需求的人', keywords: ['倾听', '回款'], text: '合同之前' },
  { type: 'rule', title: '签字之后', keywords: ['合同管理', '服务'], text: '客户需求会变，回款要快' },
];
const placeOf = (page: number, term: string): number => {
  const { title, keywords, text } = must(pages[page]);
  return (title + keywords.join('') + text).indexOf(term);
};
const find = (...terms: string[]) => ({
  rung: 'exact' as const,
  terms,
  ranked: terms.map((term) => [term]),
  pages: new Map(
    [...pages.keys()]
      .map((page) => [page, terms.map((term) => placeOf(page, term))] as const)
      .filter(([, places]) => places.every((place) => place >= 0)),
  ),
});

const fields = pages.map(({ title, keywords }) => ({
  title: title.length,
  keywords: keywords.map(({ length }) => length),
  summary: 0,
}));
const byFields: KnownPages = {
  type: (page) => must(pages[page]).type,
  record: () => undefined,
  fields: decodeFields(encodeFields(fields)),
};
const records = pages.map(({ type, title, keywords }, page): SearchRecord => ({
  page,
  type,
  id: String(page),
  title,
  keywords,
  head: title.length + keywords.join('').length,
  facets: {},
}));
const byRecords: KnownPages = { type: (page) => must(pages[page]).type, record: (page) => records[page] };

test('field lengths come back as they were', () => {
  const decoded = decodeFields(encodeFields(fields));
  expect([...pages.keys()].map(decoded)).toEqual(fields);
});

test('knows how a term stands by its place', () => {
  const [, second] = fields;
  const field = (place: number, length: number) => fieldAt(place, length, must(second));
  expect([field(0, 7), field(0, 2), field(2, 2)]).toEqual(['titleWhole', 'titleStart', 'title']);
  expect([field(7, 4), field(7, 2), field(11, 2), field(13, 2)]).toEqual([
    'keywordWhole',
    'keyword',
    'keywordWhole',
    'text',
  ]);
});

describe.for([
  ['records', byRecords],
  ['places alone', byFields],
] as const)('ranks by %s', ([, known]) => {
  test('the whole title, a title that has it, a keyword, the text; there rules before cases', () => {
    expect(rank(find('客户需求'), known)).toEqual([2, 3, 1, 4, 0]);
  });

  test('two keywords of one page before a longer keyword and the text', () => {
    expect(rank(find('回款', '合同'), known)).toEqual([0, 3, 4]);
  });
});

test('a term in both title and keywords counts more than one in the title alone, and in a short title more than in a long one', () => {
  const record = (page: number, title: string, keywords: string[]): SearchRecord => ({
    page,
    type: 'rule',
    id: String(page),
    title,
    keywords,
    head: 9,
    facets: {},
  });
  const known = (...all: SearchRecord[]): KnownPages => ({ type: () => 'rule', record: (page) => all[page] });
  const both = known(record(0, '先问客户', ['报价']), record(1, '先问客户', ['客户']));
  const found = (pages: number) => ({
    rung: 'exact' as const,
    terms: ['客户'],
    ranked: [['客户']],
    pages: new Map(Array.from({ length: pages }, (_, page) => [page, [2]])),
  });
  expect(rank(found(2), both)).toEqual([1, 0]);
  expect(rank(found(2), known(record(0, '先问问清楚客户', []), record(1, '先问客户', [])))).toEqual([1, 0]);
});

test('of pages of the same worth, those come first that have the terms nearer together, then in the book’s order', () => {
  const places: [number, number][] = [
    [10, 90],
    [10, 14],
    [30, 34],
  ];
  const found = {
    rung: 'exact' as const,
    terms: ['回款', '合同'],
    ranked: [['回款'], ['合同']],
    pages: new Map(places.map((each, page) => [page, each])),
  };
  expect(rank(found, { type: () => 'rule', record: () => undefined })).toEqual([1, 2, 0]);
});
