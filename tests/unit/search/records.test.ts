import { expect, test } from 'vitest';
import { countFacets, passes } from '../../../src/search/query/rank/facets.ts';
import { nearestTitles } from '../../../src/search/query/rank/nearest.ts';
import {
  decodeRecords,
  encodeFacets,
  encodeRecords,
  addFacets,
  numberOf,
  pathOf,
  ruleOf,
  type SearchRecord,
} from '../../../src/search/format/records.ts';

const record = (values: Partial<SearchRecord> & Pick<SearchRecord, 'id' | 'type'>): SearchRecord => ({
  page: 0,
  title: '客户是根本',
  keywords: [],
  head: 3,
  facets: values.type === 'term' ? {} : { chapter: [values.id.slice(0, 2)] },
  ...values,
});
const records = [
  record({ id: '01-01', type: 'rule', keywords: ['回款', '信任'] }),
  record({
    id: '01-01-1',
    type: 'case',
    title: '下午3点的电话',
    facets: { chapter: ['01'], year: ['2006'], outcome: ['success'] },
  }),
  record({
    id: '02-01-1',
    type: 'case',
    title: '三十四次顺手',
    facets: { chapter: ['02'], outcome: ['failure'] },
  }),
  record({ id: 'iron-tria', type: 'term', title: '铁三角' }),
].map((each, page) => ({ ...each, page }));

test('records and facets come back as they were', () => {
  const decoded = decodeRecords(encodeRecords(records));
  addFacets(decoded, encodeFacets(records, {}));
  expect(decoded).toEqual(records);
});

test('counts what each choice would leave beside the others', () => {
  const [type, outcome] = countFacets(records, { outcome: 'success' }, ['type', 'outcome']);
  expect(type?.values).toEqual([{ value: 'case', count: 1 }]);
  expect(outcome?.values).toEqual([
    { value: 'failure', count: 1 },
    { value: 'success', count: 1 },
  ]);
});

test('combines choices', () => {
  const chosen = records.filter((each) => passes(each, { type: 'case', chapter: '01' }));
  expect(chosen.map(({ id }) => id)).toEqual(['01-01-1']);
});

test('offers the titles most like what was typed', () => {
  expect(nearestTitles('下午四点的电话', records)[0]?.id).toBe('01-01-1');
  expect(nearestTitles('xyz', records)).toEqual([]);
});

test('names pages as the site does', () => {
  expect(pathOf('case', '01-01-1')).toBe('cases/01-01-1/');
  expect(pathOf('term', 'iron-triangle')).toBe('glossary/#iron-triangle');
  expect([numberOf('01-02-1'), numberOf('21')]).toEqual(['1.2', '21']);
});

test('files a case of a chapter without rules under that chapter', () => {
  expect([ruleOf('03-00-2'), numberOf('03-00-2')]).toEqual(['03', '3']);
  expect([ruleOf('03-10-2'), numberOf('03-10-2')]).toEqual(['03-10', '3.10']);
});
