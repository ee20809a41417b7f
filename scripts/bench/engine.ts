import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../../samples/figures.ts';
import { QuerySets } from '../../samples/query-sets.ts';
import { searchAlias } from '../../src/search/engine/names.ts';
import { projectRoot } from '../lib/environment.ts';
import { indexInUse } from '../opensearch/targets.ts';
import { startCluster, whyNoEngine, type Cluster } from '../opensearch/local-cluster.ts';
import { MadePages } from './engine/made-pages.ts';
import { processorSeconds } from './engine/processor.ts';
import { readersAsk, type Read } from './engine/readers.ts';
import type { BenchTable } from './result.ts';
import { editionCorpus } from './search/corpus.ts';

/** The cluster, as small as it may be on a machine that does other things too. */
const nodes = 3;
const heap = '1g';
const readers = 32;
const queriesPerReader = 5;
/** Pages that are searched while the others are loaded. */
const before = 500;
/** The load is killed when about this share of the pages is there. */
const killedAt = 0.2;

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  );

/** What a load tells when it has ended. */
interface Load {
  sent: number;
  making: number;
  loading: number;
  cpu: number;
}

function startLoad(
  { urls }: Cluster,
  pages: number,
): { child: ChildProcess; done: Promise<Load | undefined> } {
  const script = join(projectRoot, 'scripts', 'bench', 'engine', 'load-made.ts');
  const args = [script, urls[0] ?? '', String(pages), String(nodes), '1'];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  const done = new Promise<Load | undefined>((resolve) => {
    child.once('exit', (code) => {
      resolve(code === 0 ? (JSON.parse(output) as Load) : undefined);
    });
  });
  return { child, done };
}

async function load(cluster: Cluster, pages: number): Promise<Load> {
  const loaded = await startLoad(cluster, pages).done;
  if (!loaded) throw new Error('The load failed; its message is above.');
  return loaded;
}

/** How many pages readers can find. */
const searched = async ({ client }: Cluster): Promise<number> => {
  await client.indices.refresh({ index: searchAlias });
  return (await client.count({ index: searchAlias })).body.count;
};

/** Kill a load midway; how many pages it had brought. */
async function killLoad(cluster: Cluster, pages: number): Promise<number> {
  const { client } = cluster;
  const inUse = await indexInUse(client);
  const { child, done } = startLoad(cluster, pages);
  for (let there = 0; there < pages * killedAt && child.exitCode === null;) {
    await wait(500);
    const { body } = await client.indices.stats({ index: `${searchAlias}-*`, metric: 'indexing' });
    const others = Object.entries(body.indices ?? {}).filter(([name]) => name !== inUse);
    there = others.reduce((sum, [, { primaries }]) => sum + (primaries?.indexing?.index_total ?? 0), 0);
  }
  child.kill('SIGKILL');
  await done;
  await client.indices.refresh({ index: `${searchAlias}-*` });
  return (await client.count({ index: `${searchAlias}-*` })).body.count - (await searched(cluster));
}

const shown = ({ times }: Read) => [0.5, 0.95].map((share) => Math.round(percentile(times, share)));

/**
 * Load made handbooks into three nodes of OpenSearch on this machine, kill the load midway and run it again, search
 * by many readers at once, and kill a node under their searches.
 *
 * @param pages how many are loaded
 */
export async function benchEngine(pages: number): Promise<BenchTable> {
  const reason = whyNoEngine();
  if (reason !== undefined) return { title: `OpenSearch: skipped, ${reason}`, headings: [], rows: [] };
  const edition = await editionCorpus();
  const cluster = await startCluster(nodes, heap, true);
  const told = (text: string) => {
    console.error(text);
  };
  try {
    await load(cluster, before);
    const counts = new Set<number>();
    const watching = setInterval(() => {
      void cluster.client.count({ index: searchAlias }).then(({ body }) => counts.add(body.count));
    }, 250);
    const began = performance.now();
    const half = await killLoad(cluster, pages);
    const killed = (performance.now() - began) / 1000;
    told(`killed with ${half} of ${pages} pages there after ${killed.toFixed(0)} s`);
    const { sent, making, loading, cpu } = await load(cluster, pages);
    clearInterval(watching);
    const whole = await searched(cluster);
    const partial = [...counts].filter((count) => count !== before && count !== pages).length;
    const java = cluster.pids.reduce((sum, pid) => sum + processorSeconds(pid), 0);
    const bytes = bytesBelow(cluster.folder);
    told(
      `${sent} sent in ${loading.toFixed(0)} s; ${whole} searched; processor: load ${cpu.toFixed(0)} s, nodes ${java.toFixed(0)} s`,
    );

    const corpus = new MadePages(edition).book(0);
    const sets = new QuerySets(corpus);
    const count = readers * queriesPerReader;
    const queries = [
      ...sets.substrings(count * 0.8),
      ...sets.dropped(count * 0.1),
      ...sets.pinyin(count * 0.1),
    ].map(({ typed }) => typed);
    const calm = await readersAsk(cluster.urls, queries, corpus, readers);
    told(`p50, p95: ${shown(calm).join(', ')} ms`);
    const struck = await readersAsk(cluster.urls, queries, corpus, readers, (answered) => {
      if (answered === Math.round(queries.length / 4)) cluster.kill(nodes - 1);
    });
    const failed = struck.found.filter((found, at) => found !== calm.found[at]).length;
    const left = await searched(cluster);
    return {
      title: `OpenSearch: ${nodes} nodes with a heap of ${heap} each on this machine`,
      headings: [
        'pages',
        'sent again',
        'pages/s',
        'MB',
        'p50 ms',
        'p95 ms',
        'p95 ms, node killed',
        'searches',
        'unanswered',
        'other results once a node was killed',
        'pages lost',
        'half indexes seen',
      ],
      rows: [
        [
          whole,
          sent,
          Math.round(sent / loading),
          Math.round(bytes / 1e6),
          ...shown(calm),
          shown(struck)[1] ?? 0,
          queries.length,
          calm.found.filter((found) => found < 0).length,
          failed,
          pages - left,
          partial,
        ],
      ],
      note: `A copy of each page on a second node. The first load was killed with ${half} pages there; the second sent what was missing. Pages/s with the copying; making the pages took ${making.toFixed(0)} s more. Processor: ${cpu.toFixed(0)} s the second load, ${java.toFixed(0)} s the nodes for both. ${readers} readers at once, each asking ${queriesPerReader} times without a pause, on the same machine: substrings, one in ten mistyped, one in ten pinyin.`,
    };
  } finally {
    await cluster.stop();
  }
}
