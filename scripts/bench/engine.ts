import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { percentile } from '../../samples/figures.ts';
import { QuerySets } from '../../samples/query-sets.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { searchTables } from '../../src/search/build/tables.ts';
import { answerFromEngine } from '../../src/search/engine/answer.ts';
import { Engine } from '../../src/search/engine/ask.ts';
import { toDocument, type EngineDocument } from '../../src/search/load/document.ts';
import { askCluster } from '../opensearch/ask-cluster.ts';
import { loadPages } from '../opensearch/load.ts';
import { startCluster, whyNoEngine, type Cluster } from '../opensearch/local-cluster.ts';
import type { BenchTable } from './result.ts';
import { editionCorpus, madeCorpus } from './search/corpus.ts';

/** Pages of each made handbook. */
const pagesPerBook = 2500;
/** The cluster, as small as it may be on a machine that does other things too. */
const nodes = 1;
const heap = '1500m';
const clients = 32;
const queriesPerClient = 20;

/** Made pages, a handbook at a time: never more of them in memory than one handbook has. */
function* madeDocuments(total: number, from: readonly SearchEntry[]): Generator<EngineDocument> {
  for (let book = 0; book * pagesPerBook < total; book += 1) {
    const entries = madeCorpus(Math.min(pagesPerBook, total - book * pagesPerBook), from, book);
    for (const [order, entry] of entries.entries()) yield toDocument(entry, nameOf(book), order);
  }
}

const nameOf = (book: number): string => `made-${String(book + 1)}`;

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  );

/**
 * Milliseconds of each query, asked by this many readers at once, and the number of pages that were not found.
 */
async function searchTimes(cluster: Cluster, pages: readonly SearchEntry[]) {
  const sets = new QuerySets(pages);
  const queries = [
    ...sets.substrings(clients * queriesPerClient * 0.8),
    ...sets.dropped(clients * queriesPerClient * 0.1),
    ...sets.pinyin(clients * queriesPerClient * 0.1),
  ];
  const engine = new Engine(askCluster(cluster.urls));
  const tables = searchTables(pages, []);
  const times: number[] = [];
  let missed = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let at = client; at < queries.length; at += clients) {
        const began = performance.now();
        const found = await answerFromEngine(
          queries[at]?.typed ?? '',
          engine,
          () => Promise.resolve(tables),
          'zh',
        );
        times.push(performance.now() - began);
        if (!found || found.results.found === 0) missed += 1;
      }
    }),
  );
  return { times, missed };
}

/**
 * Load made handbooks into OpenSearch on this machine, and search in them.
 *
 * @param documents how many pages
 */
export async function benchEngine(documents: number): Promise<BenchTable> {
  const reason = whyNoEngine();
  if (reason !== undefined) return { title: `OpenSearch: skipped, ${reason}`, headings: [], rows: [] };
  const edition = await editionCorpus();
  const cluster = await startCluster(nodes, heap);
  try {
    const names = Array.from({ length: Math.ceil(documents / pagesPerBook) }, (_, book) => nameOf(book));
    const layout = { shards: nodes, replicas: 0 };
    const began = performance.now();
    const made = { seconds: 0 };
    const { pages } = await loadPages({
      client: cluster.client,
      layout,
      documents: timed(madeDocuments(documents, edition), made),
      books: names,
      keep: 0,
    });
    const seconds = (performance.now() - began) / 1000 - made.seconds;
    const bytes = bytesBelow(cluster.folder);
    const { times, missed } = await searchTimes(cluster, madeCorpus(pagesPerBook, edition));
    return {
      title: `OpenSearch: one node with a heap of ${heap} on this machine`,
      headings: ['pages', 'load s', 'pages/s', 'MB', 'p50 ms', 'p95 ms', 'queries', 'unanswered'],
      rows: [
        [
          pages,
          Math.round(seconds),
          Math.round(pages / seconds),
          Math.round(bytes / 1e6),
          Math.round(percentile(times, 0.5)),
          Math.round(percentile(times, 0.95)),
          times.length,
          missed,
        ],
      ],
      note: `Loading without the making of the pages; ${clients} readers at once, each asking ${queriesPerClient} times without a pause: substrings, one in ten mistyped, one in ten pinyin.`,
    };
  } finally {
    await cluster.stop();
  }
}

/** The same values, with the seconds that their making took. */
function* timed<T>(values: Iterable<T>, made: { seconds: number }): Generator<T> {
  const each = values[Symbol.iterator]();
  for (;;) {
    const began = performance.now();
    const { value, done } = each.next();
    made.seconds += (performance.now() - began) / 1000;
    if (done) return;
    yield value;
  }
}
