import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../lib/browser.ts';
import { projectRoot } from '../lib/environment.ts';
import type { BenchTable } from './result.ts';
import { drawChart } from './search/chart.ts';
import { editionCorpus, madeCorpus } from './search/corpus.ts';
import { measureEngine, type Contender, type Figures } from './search/measure.ts';
import { ours } from './search/ours.ts';
import { relevanceKinds } from './search/relevance.ts';
import { flexSearch, miniSearch, orama, stockPagefind } from './search/peers.ts';
import { must } from '../../src/lib/must.ts';

const contenders: Contender[] = [
  { name: 'this site', entry: 'ours', prepare: ours },
  { name: 'Pagefind, stock', entry: 'pagefind', prepare: stockPagefind },
  { name: 'MiniSearch, bigrams', entry: 'minisearch', prepare: miniSearch },
  { name: 'FlexSearch, CJK', entry: 'flexsearch', prepare: flexSearch },
  { name: 'Orama, Mandarin', entry: 'orama', prepare: orama },
];

/** Above this many pages the engines that load everything at once are left out: they would need hundreds of megabytes. */
const everythingAtOnce = 5000;

const headings = [
  'engine',
  'pages',
  'recall',
  'precision@10',
  'dropped MRR',
  'keywords MRR',
  'cold KB',
  'next KB',
  'p50 ms',
  'p95 ms',
  'index s',
  'index MB',
];

const row = (figures: Figures): (string | number)[] => [
  figures.engine,
  figures.pages,
  Number(figures.recall.toFixed(3)),
  Number(figures.precision.toFixed(3)),
  Number(figures.dropped.toFixed(3)),
  Number(figures.keywords.toFixed(3)),
  figures.coldKb,
  figures.nextKb,
  Number(figures.p50.toFixed(2)),
  Number(figures.p95.toFixed(2)),
  Number(figures.indexSeconds.toFixed(1)),
  figures.indexMb,
];

/**
 * Measure the search against its peers: the same pages, queries and browser, one engine after the other.
 *
 * @param sizes Numbers of pages of generated corpora to measure in addition to the built edition.
 * @param engines Contenders to measure; all if none is named.
 */
export async function benchSearch(
  sizes: readonly number[],
  engines: readonly string[],
): Promise<BenchTable[]> {
  const edition = await editionCorpus();
  const corpora = [edition, ...sizes.map((size) => madeCorpus(size, edition))];
  const browser = await launchBrowser();
  const all: Figures[] = [];
  try {
    for (const entries of corpora) {
      for (const contender of contenders) {
        if (engines.length > 0 && !engines.includes(contender.entry)) continue;
        if (entries.length > everythingAtOnce && !['ours', 'pagefind'].includes(contender.entry)) continue;
        const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
        const queries = entries.length > everythingAtOnce ? 60 : 300;
        try {
          all.push(await measureEngine(contender, entries, { browser, folder, queries }));
          console.error(row(must(all.at(-1))).join('  '));
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }
    }
  } finally {
    await browser.close();
  }
  if (engines.length === 0) {
    await mkdir(join(projectRoot, 'bench'), { recursive: true });
    await writeFile(
      join(projectRoot, 'docs', 'search.svg'),
      drawChart(all.filter(({ pages }) => pages === edition.length)),
    );
  }
  return [comparison(all), relevance(all)];
}

const comparison = (all: readonly Figures[]): BenchTable => ({
  title: 'Search: the same pages and queries in the same browser',
  headings,
  rows: all.map(row),
  note: 'Recall and precision over random substrings with grep as the oracle; dropped: one character left out; cold: script, index and what the first five results show, compressed as served. Index MB: the indexing programs’ largest memory, without this process.',
});

const relevance = (all: readonly Figures[]): BenchTable => ({
  title: 'Search of this site: mean reciprocal rank of the page that was meant',
  headings: ['pages', ...relevanceKinds],
  rows: all.flatMap(({ pages, relevance: figures }) =>
    figures ? [[pages, ...relevanceKinds.map((kind) => Number(figures[kind].toFixed(3)))]] : [],
  ),
});
