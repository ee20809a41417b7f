import { expect, test } from 'vitest';
import type { EngineHit, EngineResults, Wanted } from '../../../../src/search/engine/results.ts';
import { inOrder, type QueryReading } from '../../../../src/search/engine/together.ts';

const hit = (entry: string, type: EngineHit['type'] = 'rule'): EngineHit => ({
  book: 'sales',
  type,
  entry,
  facets: { chapter: [entry.slice(0, 2)] },
  score: 1,
  shown: { title: { zh: entry } },
  language: 'zh',
});

/** A reading that an engine answers from these hits. */
function fromEngine(hits: readonly EngineHit[]): Extract<QueryReading, { results: EngineResults }> {
  const ask = ({ from = 0, brief = false }: Wanted): Promise<EngineResults> => {
    const { length } = hits;
    const part = hits.slice(from, from + (brief ? 100 : 20));
    return Promise.resolve({ found: length, all: length, total: length, hits: part, facets: [] });
  };
  return {
    rung: 'english',
    terms: [],
    ask,
    results: {
      found: hits.length,
      all: hits.length,
      total: hits.length,
      hits: hits.slice(0, 20),
      facets: [],
    },
  };
}
const listed = (list: EngineHit[]): QueryReading => ({ rung: 'pinyin', terms: [], list });
const names = ({ hits }: EngineResults) => hits.map(({ type, entry }) => `${type}/${entry}`);

test('one reading is the engine’s answer as it stands', async () => {
  const reading = fromEngine([hit('01-01'), hit('01-02')]);
  expect(await inOrder([reading], [], {})).toBe(reading.results);
});

test('the page that a number names comes first, and is counted', async () => {
  const reading = fromEngine([hit('02-01')]);
  reading.results.facets = [{ name: 'type', values: [{ value: 'rule', count: 1 }] }];
  const found = await inOrder([reading], [hit('01-01', 'chapter')], { counted: ['type'] });
  expect(found).toMatchObject({ found: 2, all: 2, total: 2 });
  expect(names(found)).toEqual(['chapter/01-01', 'rule/02-01']);
  expect(found.facets).toEqual([
    {
      name: 'type',
      values: [
        { value: 'rule', count: 1 },
        { value: 'chapter', count: 1 },
      ],
    },
  ]);
});

test('a choice that leaves out the named page leaves it out of the list alone', async () => {
  const found = await inOrder([fromEngine([hit('02-01')])], [hit('01-01', 'chapter')], {
    narrowing: { type: 'rule' },
  });
  expect(found).toMatchObject({ found: 2, all: 2, total: 1 });
  expect(names(found)).toEqual(['rule/02-01']);
});

test('the second page of results has no named page again', async () => {
  const found = await inOrder([fromEngine([hit('02-01')])], [hit('01-01')], { from: 20 });
  expect(names(found)).toEqual(['rule/02-01']);
});

test('several readings are put together whole, each page once, and narrowed and counted here', async () => {
  const many = Array.from({ length: 130 }, (_, index) => hit(`03-${String(index + 100)}`));
  const readings = [fromEngine(many), listed([hit('03-100'), hit('01-01-1', 'case')])];
  const all = await inOrder(readings, [], { counted: ['type'] });
  expect(all).toMatchObject({ found: 131, total: 131 });
  expect(names(all).at(-1)).toBe('case/01-01-1');
  expect(all.facets[0]?.values).toEqual([
    { value: 'rule', count: 130 },
    { value: 'case', count: 1 },
  ]);
  const cases = await inOrder(readings, [], { narrowing: { type: 'case' } });
  expect(cases).toMatchObject({ found: 131, all: 131, total: 1 });
  const scoped = await inOrder(readings, [], { scope: { type: 'case' } });
  expect(scoped).toMatchObject({ found: 131, all: 1, total: 1 });
});

test('nothing found is no result', async () => {
  expect(await inOrder([], [], {})).toEqual({ found: 0, all: 0, total: 0, hits: [], facets: [] });
});

test('a page that several readings find is shown as the first of them found it', async () => {
  const [first, second] = [hit('01-01'), { ...hit('01-01'), score: 9 }];
  const { hits } = await inOrder([listed([first]), listed([second, hit('01-02')])], [], {});
  expect(hits).toEqual([first, hit('01-02')]);
  expect(hits[0]?.score).toBe(1);
});
