import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineSource } from '../../../src/client/search/sources/engine-source.ts';
import type { Asked } from '../../../src/client/search/sources/source.ts';

const asked = (typed: string, more: Partial<Asked> = {}): Asked => ({
  typed,
  narrowing: {},
  scope: {},
  shown: 10,
  looking: false,
  ...more,
});

const page = (entry: string, more: object = {}) => ({
  _score: 1,
  _source: {
    book: 'sales',
    type: 'rule',
    entry,
    facets: { chapter: [entry.slice(0, 2)] },
    shown: {
      title: { zh: `客户${entry}` },
      keywords: [],
      keywordsEn: [],
      spelt: [],
      blocks: [['p-1', '客户的话']],
      ...more,
    },
  },
});
const response = (total: number, hits: unknown[]) => ({
  hits: { total: { value: total }, hits },
  aggregations: {
    found: { doc_count: total },
    all: { doc_count: total },
    type: { values: { buckets: [{ key: 'rule', doc_count: total }] } },
  },
});

const fetched = vi.fn<(url: string, options: RequestInit) => Promise<Response>>();
beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'zh-Hans', dataset: {} } });
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  fetched.mockReset();
  vi.unstubAllGlobals();
});

const source = () =>
  new EngineSource({
    address: 'https://search.example.org/search-engine/',
    book: 'sales',
    root: '/pagefind/',
    head: 'index.json',
    lang: 'zh',
  });
const answering = (...answers: unknown[]) => {
  for (const answer of answers)
    fetched.mockImplementationOnce(() => Promise.resolve(new Response(JSON.stringify(answer))));
};
const sent = (call = 0) => JSON.parse(String(fetched.mock.calls[call]?.[1].body)) as Record<string, unknown>;

test('a question is one request, for its own handbook, and asking for the same again is none', async () => {
  answering(response(1, [page('01-02')]));
  const engine = source();
  const found = await engine.ask(asked('客户'));
  expect(found).toMatchObject({ total: 1, all: 1, terms: ['客户'], missing: [], named: false });
  expect(found?.hits[0]).toMatchObject({ type: 'rule', id: '01-02', title: '客户01-02' });
  expect((await found?.hits[0]?.text())?.blocks).toEqual([['p-1', '客户的话']]);
  expect(await engine.ask(asked('客户'))).toMatchObject({ total: 1 });
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(fetched.mock.calls[0]?.[0]).toBe('https://search.example.org/search-engine/find');
  expect(sent()).toMatchObject({ book: 'sales', from: 0, brief: false });
});

test('more results are asked for from where they end', async () => {
  const entries = Array.from({ length: 25 }, (_, index) => `01-${String(index + 10)}`);
  const pages = entries.map((entry) => page(entry));
  answering(response(25, pages.slice(0, 20)), response(25, pages.slice(20)));
  const engine = source();
  expect((await engine.ask(asked('客户')))?.hits).toHaveLength(10);
  expect((await engine.ask(asked('客户', { shown: 30 })))?.hits.map(({ id }) => id)).toEqual(entries);
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(sent(1)).toMatchObject({ from: 20 });
});

test('a choice that leaves nothing does not relax the match', async () => {
  fetched.mockImplementation(() => Promise.reject(new TypeError('nothing else is there')));
  answering({
    hits: { total: { value: 0 }, hits: [] },
    aggregations: { found: { doc_count: 3 }, all: { doc_count: 3 } },
  });
  const found = await source().ask(asked('客户', { narrowing: { type: 'term' } }));
  expect(found).toMatchObject({ total: 0, all: 3 });
  expect(found?.relaxed).toBeUndefined();
  expect(sent()).toMatchObject({ narrow: [{ field: 'type', value: 'term', last: true }] });
});

test('another question gives up the former one', async () => {
  fetched.mockImplementationOnce(
    (_, { signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  );
  const engine = source();
  const former = engine.ask(asked('客'));
  const givenUp = expect(former).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  answering(response(1, [page('01-02')]));
  expect(await engine.ask(asked('客户'))).toMatchObject({ total: 1 });
  await givenUp;
});

test.for([
  ['a page of a proxy', '<html>'],
  ['null', 'null'],
  ['a list', '[]'],
  ['hits without pages', '{"hits":{"hits":[{}]}}'],
  [
    'a page of an unknown kind',
    JSON.stringify({ hits: { hits: [{ _score: 1, _source: { type: 'script' } }] } }),
  ],
  ['a title that is no text', JSON.stringify(response(1, [page('01-02', { title: { zh: {} } })]))],
  ['blocks that are none', JSON.stringify(response(1, [page('01-02', { blocks: [1] })]))],
  ['a path for an identifier', JSON.stringify(response(1, [page('../../x')]))],
  ['a query for an identifier', JSON.stringify(response(1, [page('01-02?x=javascript:alert(1)')]))],
  [
    'a title of a megabyte',
    JSON.stringify(response(1, [page('01-02', { title: { zh: '长'.repeat(1e6) } })])),
  ],
  ['a score past all numbers', '{"hits":{"hits":[{"_score":1e999}]}}'],
  ['twenty thousand pages', JSON.stringify(response(1, new Array(20_000).fill(page('01-02'))))],
  ['ten megabytes', `{"hits":{"hits":[]},"x":"${'x'.repeat(10_000_000)}"}`],
] as const)('%s is no answer', async ([, body]) => {
  fetched.mockImplementation(() => Promise.resolve(new Response(body)));
  await expect(source().ask(asked('客户'))).rejects.toThrow();
});

test('an answer without end is read no further than an answer may go', async () => {
  let read = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      read += 1;
      controller.enqueue(new Uint8Array(2 ** 20).fill(32));
    },
  });
  fetched.mockImplementation(() => Promise.resolve(new Response(endless)));
  await expect(source().ask(asked('客户'))).rejects.toThrow('did not answer');
  expect(read).toBeLessThan(12);
});

test('counts that are none, and types that there are not, are passed over', async () => {
  const answer = response(1, [page('01-02')]);
  answering({
    hits: { ...answer.hits, total: { value: '<img src=x onerror=alert(1)>' } },
    aggregations: {
      found: { doc_count: 3 },
      all: { doc_count: -1 },
      type: {
        values: {
          buckets: ['constructor', '"]', 'rule'].map((key) => ({ key, doc_count: 1 })),
        },
      },
    },
  });
  const found = await source().ask(asked('客户'));
  expect(found).toMatchObject({ total: 1, all: 0 });
  expect(found?.facets[0]).toEqual({ name: 'type', values: [{ value: 'rule', count: 1 }] });
});

test('an answer may not be sent on, and is asked for without cookies', async () => {
  answering(response(1, [page('01-02')]));
  await source().ask(asked('客户'));
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ redirect: 'error', credentials: 'omit' });
});

test.for([400, 404, 429, 500, 503])('a refusal is no answer: %i', async (status) => {
  fetched.mockImplementation(() => Promise.resolve(new Response('{}', { status })));
  await expect(source().ask(asked('客户'))).rejects.toThrow(String(status));
});
