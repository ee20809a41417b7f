import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exactFigures } from '../../samples/figures.ts';
import { QuerySets } from '../../samples/query-sets.ts';
import { madeHandbooks } from '../../samples/shelf/made-books.ts';
import { writeMadeHandbook } from '../../samples/shelf/write-handbook.ts';
import { shelfList } from '../../samples/shelf/write-shelf.ts';
import { run } from '../../scripts/lib/run.ts';
import { askCluster } from '../../scripts/opensearch/ask-cluster.ts';
import { loadPages } from '../../scripts/opensearch/load.ts';
import {
  startCluster,
  whyNoEngine,
  whyNotPrepared,
  type Cluster,
} from '../../scripts/opensearch/local-cluster.ts';
import { answer } from '../../src/search/browser/answer.ts';
import { indexOpener } from '../../src/search/browser/open-index.ts';
import { writeIndexes } from '../../src/search/build/build.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { searchTables } from '../../src/search/build/tables.ts';
import { answerFromEngine } from '../../src/search/engine/answer.ts';
import { Engine } from '../../src/search/engine/ask.ts';
import { must } from '../../src/lib/must.ts';
import { toDocument } from '../../src/search/load/document.ts';
import { serveFolders } from '../unit/search/shelf/files-fetch.ts';
import { engineSearcher } from './asking.ts';

/*
 * As much of the search in OpenSearch as `npm test` has time for: one node and a small made handbook. The rest is
 * `npm run test:engine`.
 */
const reason = whyNoEngine() ?? whyNotPrepared();
if (reason !== undefined) console.warn(`Skipped: the search in OpenSearch, because ${reason}.`);

const synonyms = [['交货', '到货']];

describe.skipIf(reason !== undefined)('one node of OpenSearch', () => {
  let cluster: Cluster;
  let folder: string;
  let entries: SearchEntry[];
  let queries: QuerySets;
  const load = (of: readonly SearchEntry[]) =>
    loadPages({
      client: cluster.client,
      layout: { shards: 1, replicas: 0 },
      documents: of.map((entry, order) => toDocument(entry, 'handbook', order)),
      books: ['handbook'],
      keep: 0,
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'engine-quick-'));
    entries = must(madeHandbooks(1, 40)[0]).entries;
    queries = new QuerySets(entries);
    cluster = await startCluster(1);
    await writeIndexes(entries, synonyms, folder);
    serveFolders({ 'https://index.example/': folder }, fetch);
    await load(entries);
  }, 240_000);
  afterAll(async () => {
    vi.unstubAllGlobals();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('finds what grep finds, no more and no less', async () => {
    const search = engineSearcher(askCluster(cluster.urls), entries, 'zh', synonyms);
    const sample = [...queries.substrings(15), ...queries.words(5), ...queries.acrossWords(5)];
    expect(await exactFigures(sample, entries, search)).toEqual({ recall: 1, precisionAt10: 1, wrong: [] });
  });

  test('reads a query in the same steps and words as the index of the site, and finds the same in the same order', async () => {
    const engine = new Engine(askCluster(cluster.urls), 'handbook');
    const tables = searchTables(entries, synonyms);
    const opener = indexOpener('https://index.example/');
    const sample = [
      ...queries.dropped(5),
      ...queries.swapped(4),
      ...queries.doubled(3),
      ...queries.traditional(4),
      ...queries.pinyin(4),
      ...queries.ruleNumbers(3),
      ...queries.titles(3),
    ];
    for (const { typed } of sample) {
      const found = await answerFromEngine(typed, engine, () => Promise.resolve(tables), 'zh');
      const expected = await answer(typed, opener, 'zh');
      expect(
        found && {
          relaxed: found.relaxed,
          terms: found.terms,
          missing: found.missing,
          named: found.named,
          total: found.results.total,
          first: found.results.hits.slice(0, 20).map(({ type, entry }) => `${type}/${entry}`),
        },
        typed,
      ).toEqual(
        expected && {
          relaxed: expected.relaxed,
          terms: expected.terms,
          missing: expected.missing,
          named: expected.named,
          total: expected.hits.length,
          first: expected.hits.slice(0, 20).map(({ record }) => `${record?.type ?? ''}/${record?.id ?? ''}`),
        },
      );
    }
  });

  test('sends what has changed and nothing else, behind an alias that has all or nothing of it', async () => {
    expect(await load(entries)).toMatchObject({ sent: 0, removed: 0 });
    const [first, ...others] = entries;
    const changed = [{ ...must(first), title: { zh: '独一无二的新标题' } }, ...others];
    expect(await load(changed)).toMatchObject({ sent: 1, pages: entries.length });
    const search = engineSearcher(askCluster(cluster.urls), entries, 'zh', synonyms);
    expect(await search('独一无二的新标题')).toEqual([`${must(first).type}/${must(first).id}`]);
  });

  test('loads the handbooks of a shelf beside it, names one that is out of reach, and sends nothing twice', async () => {
    const books = madeHandbooks(2, 12);
    for (const book of books)
      await writeMadeHandbook(join(folder, book.id), book, `https://${book.id}.example/`);
    const away = { id: 'away', title: { zh: '远方', en: 'Away' }, address: 'http://127.0.0.1:1/away/' };
    const list = join(folder, 'shelf.yaml');
    writeFileSync(
      list,
      shelfList([...books.map((book) => ({ ...book, folder: join(folder, book.id) })), away]),
    );
    const args = ['scripts/opensearch.ts', 'load', '--url', must(cluster.urls[0]), '--shelf', list];
    const loadShelf = () => run(process.execPath, [...args, '--replicas', '0'], { capture: true });
    const first = await loadShelf();
    expect(first.code).toBe(1);
    expect(first.output).toContain('24 sent, 0 gone');
    expect(first.output).toContain('away (http://127.0.0.1:1/away/): stays as it was.');
    expect((await loadShelf()).output).toContain('0 sent, 0 gone');
    const plan = { rung: 'exact', slots: [{ any: ['客户'] }], excluded: [] } as const;
    const { facets } = await new Engine(askCluster(cluster.urls)).find(plan, { counted: ['book'] });
    const named = facets.flatMap(({ values }) => values.map(({ value }) => value)).toSorted();
    expect(named).toEqual(['handbook', ...books.map(({ id }) => id)].toSorted());
  });
});
