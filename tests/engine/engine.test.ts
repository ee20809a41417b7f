import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exactFigures, rankFigures } from '../../samples/figures.ts';
import { QuerySets } from '../../samples/query-sets.ts';
import { projectRoot, siteEnvironment } from '../../scripts/lib/environment.ts';
import { askCluster } from '../../scripts/opensearch/ask-cluster.ts';
import { LoadError } from '../../scripts/opensearch/load-error.ts';
import { loadPages } from '../../scripts/opensearch/load.ts';
import { indexInUse } from '../../scripts/opensearch/targets.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { readEntries } from '../../src/search/build/read-entries.ts';
import { Engine } from '../../src/search/engine/ask.ts';
import type { EngineResults } from '../../src/search/engine/results.ts';
import { searchAlias } from '../../src/search/engine/names.ts';
import { must } from '../../src/lib/must.ts';
import { toDocument } from '../../src/search/load/document.ts';
import { engineSearcher } from './asking.ts';
import { startCluster, whyNoEngine, type Cluster } from '../../scripts/opensearch/local-cluster.ts';

const reason = whyNoEngine();
if (reason !== undefined) console.warn(`Skipped: the search in OpenSearch, because ${reason}.`);

describe.skipIf(reason !== undefined)('three nodes of OpenSearch', () => {
  let cluster: Cluster;
  let entries: SearchEntry[];
  let queries: QuerySets;
  const layout = { shards: 2, replicas: 1 };
  const documentsOf = (of: readonly SearchEntry[], book = 'handbook') =>
    of.map((entry, order) => toDocument(entry, book, order));
  const load = (documents: ReturnType<typeof documentsOf>, books = ['handbook']) =>
    loadPages({ client: cluster.client, layout, documents, books, keep: 2 });

  beforeAll(async () => {
    cluster = await startCluster(3);
    const { contentDir, distDir } = siteEnvironment();
    entries = await readEntries({ contentDir, distDir });
    queries = new QuerySets(entries);
    await load(documentsOf(entries));
  }, 400_000);
  afterAll(() => cluster.stop());

  const searcher = (page: 'zh' | 'en' = 'zh') => engineSearcher(askCluster(cluster.urls), entries, page);

  test.for([
    ['substrings of 2 to 8 characters', () => queries.substrings(150)],
    ['words of the dictionary', () => queries.words(100)],
    ['across the boundary of two words', () => queries.acrossWords(100)],
  ] as const)('finds what grep finds, no more and no less: %s', async ([, make]) => {
    expect(await exactFigures(make(), entries, searcher())).toEqual({
      recall: 1,
      precisionAt10: 1,
      wrong: [],
    });
  });

  test.for([
    { name: 'one character dropped', least: 0.98, make: () => queries.dropped(60) },
    { name: 'two neighbours swapped', least: 0.95, make: () => queries.swapped(60) },
    { name: 'one character doubled', least: 0.95, make: () => queries.doubled(60) },
    { name: 'two keywords', least: 0.97, make: () => queries.twoKeywords(60) },
    { name: 'titles', least: 1, make: () => queries.titles(60) },
    { name: 'Traditional characters', least: 0.95, make: () => queries.traditional(60) },
    { name: 'pinyin of titles', least: 0.9, make: () => queries.pinyin(60) },
    { name: 'numbers of rules', least: 1, make: () => queries.ruleNumbers(40) },
  ])('brings the page that was meant to the top: $name', async ({ make, least }) => {
    const { mrr, late } = await rankFigures(make(), searcher());
    expect(mrr, `not first: ${late.join(' | ')}`).toBeGreaterThanOrEqual(least);
  });

  test('finds English titles on English pages', async () => {
    const { mrr, late } = await rankFigures(queries.english(60), searcher('en'));
    expect(mrr, `not first: ${late.join(' | ')}`).toBeGreaterThanOrEqual(0.9);
  });

  test('counts facets over the pages that pass all other facets', async () => {
    const engine = new Engine(askCluster(cluster.urls));
    const plan = { rung: 'exact', slots: [{ any: ['客户'] }], excluded: [] } as const;
    const counted = ['type', 'chapter'] as const;
    const all = await engine.find(plan, { counted });
    const cases = await engine.find(plan, { narrowing: { type: 'case' }, counted });
    const inScope = await engine.find(plan, { scope: { type: 'case' }, counted });
    const valuesOf = ({ facets }: EngineResults, name: string) =>
      facets.find((facet) => facet.name === name)?.values ?? [];
    const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
    const found = entries.filter((entry) =>
      JSON.stringify(documentsOf([entry])[0]?.all).includes('客户'),
    ).length;
    expect(sum(valuesOf(all, 'type'))).toBe(found);
    expect(valuesOf(cases, 'type')).toEqual(valuesOf(all, 'type'));
    expect(sum(valuesOf(cases, 'chapter'))).toBe(cases.total);
    expect(all).toMatchObject({ found, all: found, total: found });
    expect(cases).toMatchObject({ found, all: found });
    expect(inScope).toMatchObject({ found, all: cases.total, total: cases.total });
    expect(cases.hits.every(({ type }) => type === 'case')).toBe(true);
  });

  test('a query in any of the templates’ own signs is text', async () => {
    const ask = askCluster(cluster.urls);
    for (const typed of ['"}]}}', '{{#slots}}', '\\"', '"size":10000', '</script>', '\u0000客户\u2028'])
      expect(await engineSearcher(ask, entries, 'zh')(typed)).toBeInstanceOf(Array);
  });

  test('sends what has changed, and nothing where nothing has', async () => {
    expect(await load(documentsOf(entries))).toMatchObject({ sent: 0, removed: 0 });
    const [first, ...others] = entries;
    if (!first) throw new Error('The edition is empty.');
    const changed = [{ ...first, title: { zh: '独一无二的新标题' } }, ...others.slice(0, -1)];
    expect(await load(documentsOf(changed))).toMatchObject({
      sent: 1,
      removed: 1,
      pages: entries.length - 1,
    });
    expect(await searcher()('独一无二的新标题')).toEqual([`${first.type}/${first.id}`]);
    expect(await load(documentsOf(entries))).toMatchObject({ pages: entries.length, removed: 0 });
  });

  test('what another handbook has stays where one is loaded', async () => {
    const few = entries.slice(0, 10);
    await load(documentsOf(few, 'other'), ['other']);
    expect(await load(documentsOf(entries))).toMatchObject({ pages: entries.length + few.length });
    const plan = { rung: 'exact', slots: [{ any: ['客户'] }], excluded: [] } as const;
    const ask = askCluster(cluster.urls);
    const { facets } = await new Engine(ask).find(plan, { counted: ['book'] });
    expect(facets[0]?.values.map(({ value }) => value)).toEqual(['handbook', 'other']);
    const own = await new Engine(ask, 'other').find(plan, { counted: ['book'] });
    expect(own.facets[0]?.values).toEqual([{ value: 'other', count: own.total }]);
    expect(await load([], ['other'])).toMatchObject({ pages: entries.length, removed: few.length });
  });

  test('a changed synonym counts at once: nothing is loaded for it', async () => {
    const ask = askCluster(cluster.urls);
    const find = (synonyms: string[][]) => engineSearcher(ask, entries, 'zh', synonyms)('囗囗朋友');
    const [meant = ''] = entries[30]?.keywords?.zh ?? [];
    expect(await find([])).not.toEqual(await find([['囗囗朋友', meant]]));
    expect(await find([['囗囗朋友', meant]])).toEqual(await searcher()(meant));
  });

  test('a load that is killed midway is no loss: readers never see a part of it, and the next run ends it', async () => {
    const { client, urls } = cluster;
    const { contentDir, distDir } = siteEnvironment();
    const before = (await client.count({ index: searchAlias })).body.count;
    const start = () =>
      spawn(
        process.execPath,
        ['scripts/opensearch.ts', 'load', '--url', urls[0] ?? '', '--book', 'killed', '--shards', '2'],
        { cwd: projectRoot, env: { ...process.env, CONTENT_DIR: contentDir, DIST_DIR: distDir } },
      );
    const seen = new Set<number>();
    const watching = setInterval(() => {
      void client.count({ index: searchAlias }).then(({ body }) => seen.add(body.count));
    }, 50);
    const killed = start();
    await new Promise<void>((resolve) => {
      killed.stdout.on('data', (text: Buffer) => {
        // It is about to send.
        if (text.includes('new or changed')) killed.kill('SIGKILL');
      });
      killed.once('exit', () => {
        resolve();
      });
    });
    expect(killed.signalCode).toBe('SIGKILL');
    expect((await client.count({ index: searchAlias })).body.count).toBe(before);
    const again = start();
    expect(await new Promise((resolve) => again.once('exit', resolve))).toBe(0);
    clearInterval(watching);
    await client.indices.refresh({ index: searchAlias });
    expect((await client.count({ index: searchAlias })).body.count).toBe(before + entries.length);
    for (const count of seen) expect([before, before + entries.length]).toContain(count);
    await load([], ['killed']);
  });

  test('a load that breaks off changes nothing for readers, and goes on where it was', async () => {
    const { client } = cluster;
    const former = await indexInUse(client);
    const first = must(entries[0]);
    const more = documentsOf([...entries, { ...first, id: '99-99' }, { ...first, id: '99-98' }]);
    const broken = more.map((document, index) =>
      index === more.length - 1 ? { ...document, order: 'not a number' as unknown as number } : document,
    );
    await expect(load(broken)).rejects.toThrow(LoadError);
    expect(await indexInUse(client)).toBe(former);
    const { body } = await client.count({ index: searchAlias });
    expect(body.count).toBe(entries.length);
    // The mended page has the same hash, as the same load run again has.
    expect(await load(more)).toMatchObject({ pages: entries.length + 2, sent: 1 });
    await load(documentsOf(entries));
  });

  test('a node that dies under load costs no search and no page', async () => {
    const ask = askCluster(cluster.urls);
    const search = engineSearcher(ask, entries, 'zh');
    const sample = queries.substrings(120);
    let done = 0;
    const find = async (from: number): Promise<number> => {
      let wrong = 0;
      for (let at = from; at < sample.length; at += 4) {
        const query = sample[at];
        if (query && !(await search(query.typed)).includes(query.from)) wrong += 1;
        done += 1;
        if (done === 20) cluster.kill(2);
      }
      return wrong;
    };
    const wrong = await Promise.all([0, 1, 2, 3].map(find));
    expect(wrong).toEqual([0, 0, 0, 0]);
    await cluster.client.indices.refresh({ index: searchAlias });
    const { body } = await cluster.client.count({ index: searchAlias });
    expect(body.count).toBe(entries.length);
  });
});
