import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { percentile } from '../../samples/figures.ts';
import { grep, QuerySets } from '../../samples/query-sets.ts';
import { madeHandbooks } from '../../samples/shelf/made-books.ts';
import { shelfList, writeOrigin } from '../../samples/shelf/write-shelf.ts';
import { must } from '../../src/lib/must.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { launchBrowser } from '../lib/browser.ts';
import { run } from '../lib/run.ts';
import { serveDirectory, type StaticServer } from '../preview/static-server.ts';
import type { BenchTable } from './result.ts';

const originCount = 3;
/** Queries of each kind. */
const queriesPerKind = 12;

/** What one query took: until its first results were shown, and until every handbook had answered. */
interface Taken {
  requests: number;
  kb: number;
  ms: number;
}
interface Measured {
  first: Taken;
  done: Taken;
  found: string[];
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Search as a first-time reader. The bytes of the search are counted, those of the page itself are not. */
async function measure(browser: Browser, home: string, typed: string): Promise<Measured> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  try {
    await page.goto(`${home}search/`);
    await page.locator('html[data-js="ready"]').waitFor();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const search = new Set<string>();
    let bytes = 0;
    client.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (/\/(?:pagefind|shelf)\//.test(request.url)) search.add(requestId);
    });
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (search.has(requestId)) bytes += encodedDataLength;
    });
    let start = 0;
    const taken = (): Taken => ({ requests: search.size, kb: bytes / 1024, ms: performance.now() - start });
    const first = new Promise<Taken>((resolve) => {
      void page.exposeFunction('firstResult', () => {
        resolve(taken());
      });
    });
    await page.evaluate(() => {
      const list = document.querySelector('[data-search-results]');
      new MutationObserver((_, observer) => {
        if (!list?.querySelector('li')) return;
        observer.disconnect();
        (window as unknown as { firstResult: () => void }).firstResult();
      }).observe(list as Node, { childList: true });
    });
    start = performance.now();
    await page.getByRole('searchbox').fill(typed);
    await page.locator('[data-search-state="done"]').waitFor({ timeout: 60_000 });
    const done = taken();
    const found = await page.evaluate(async (text) => {
      const { panel } = document.querySelector('search-page') as unknown as {
        panel: {
          source: {
            ask: (
              asked: object,
              partly: () => void,
            ) => Promise<{ hits: { type: string; id: string; book: { id: string } }[] }>;
          };
        };
      };
      const asked = { typed: text, narrowing: {}, scope: {}, shown: Infinity, looking: false };
      return (await panel.source.ask(asked, () => undefined)).hits.map(
        ({ type, id, book }) => `${type}/${book.id}:${id}`,
      );
    }, typed);
    return { first: await Promise.race([first, Promise.resolve(done)]), done, found };
  } finally {
    await context.close();
  }
}

/**
 * Measure the search of a shelf: made handbooks on three origins, each query by a reader who has nothing yet.
 *
 * @param count of handbooks
 * @param pages of each
 * @param different how many of them differ; the others are copies, which take no time to index
 */
export async function benchShelf(count: number, pages: number, different = count): Promise<BenchTable[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-shelf-'));
  const servers: StaticServer[] = [];
  const browser = await launchBrowser();
  try {
    const models = madeHandbooks(Math.min(count, different), pages);
    const books = Array.from({ length: count }, (_, at) => {
      const model = must(models[at % models.length]);
      return at < models.length ? model : { ...model, id: `${model.id}-${String(at)}` };
    });
    const entries: SearchEntry[] = books.flatMap(({ id, entries: own }) =>
      own.map((entry) => ({ ...entry, id: `${id}:${entry.id}` })),
    );
    const start = performance.now();
    const copies: Parameters<typeof writeOrigin>[1] = new Map();
    const places = Array.from({ length: originCount }, (_, at) => join(folder, `origin-${at}`));
    for (const [at, place] of places.entries()) {
      const server = await serveDirectory({ directory: place, port: 0 });
      const own = books.filter((_, book) => book % originCount === at);
      await writeOrigin({ address: server.url, folder: place, books: own }, copies);
      await server.close();
      // It reads its headers when it starts.
      servers.push(await serveDirectory({ directory: place, port: Number(new URL(server.url).port) }));
      console.error(`origin ${at + 1}: ${own.length} handbooks`);
    }
    const indexed = (performance.now() - start) / 1000;
    const list = join(folder, 'shelf.yaml');
    await writeFile(
      list,
      shelfList(
        books.map((book, at) => ({ ...book, address: `${must(servers[at % originCount]).url}${book.id}/` })),
      ),
    );
    const out = join(folder, 'out');
    const made = performance.now();
    const { code, output } = await run(process.execPath, ['scripts/shelf.ts', list, '--out', out], {
      capture: true,
    });
    if (code !== 0) throw new Error(output);
    const seconds = (performance.now() - made) / 1000;
    const home = await serveDirectory({ directory: out, port: 0 });
    servers.push(home);
    const routing = await folderSize(join(out, 'shelf'));
    const summaries = await Promise.all(
      books.map(({ id }, at) => folderSize(join(must(places[at % originCount]), id, 'pagefind', 'shelf'))),
    );
    const sets = new QuerySets(entries);
    const kinds: [string, string[]][] = [
      ['words', sets.words(queriesPerKind).map(({ typed }) => typed)],
      [
        '2–4 characters',
        sets
          .substrings(queriesPerKind * 6)
          .map(({ typed }) => typed)
          .filter((typed) => typed.length <= 4)
          .slice(0, queriesPerKind),
      ],
      [
        '5–8 characters',
        sets
          .substrings(queriesPerKind * 6)
          .map(({ typed }) => typed)
          .filter((typed) => typed.length > 4)
          .slice(0, queriesPerKind),
      ],
      ['across words', sets.acrossWords(queriesPerKind).map(({ typed }) => typed)],
    ];
    const rows: (string | number)[][] = [];
    for (const [kind, queries] of kinds) {
      const all: Measured[] = [];
      const recalls: number[] = [];
      const precisions: number[] = [];
      for (const typed of queries) {
        const measured = await measure(browser, home.url, typed);
        all.push(measured);
        const wanted = grep(entries, typed);
        const firstTen = measured.found.slice(0, 10);
        recalls.push(measured.found.filter((name) => wanted.has(name)).length / wanted.size);
        precisions.push(firstTen.filter((name) => wanted.has(name)).length / Math.max(1, firstTen.length));
      }
      const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
      const of = (pick: (taken: Measured) => number, share: number) =>
        Math.round(percentile(all.map(pick), share));
      rows.push([
        kind,
        queries.length,
        Number(mean(recalls).toFixed(3)),
        Number(mean(precisions).toFixed(3)),
        of(({ first }) => first.requests, 0.5),
        of(({ first }) => first.requests, 0.95),
        of(({ first }) => first.kb, 0.5),
        of(({ first }) => first.kb, 0.95),
        of(({ first }) => first.ms, 0.5),
        of(({ first }) => first.ms, 0.95),
        of(({ done }) => done.requests, 0.5),
        of(({ done }) => done.kb, 0.5),
        of(({ done }) => done.ms, 0.95),
      ]);
      console.error(must(rows.at(-1)).join('  '));
    }
    return [
      {
        title: `Shelf: ${count} handbooks of ${pages} pages (${models.length} different ones) on ${originCount} origins`,
        headings: [
          'queries',
          'number',
          'recall',
          'precision@10',
          'first: requests p50',
          'p95',
          'KB p50',
          'p95',
          'ms p50',
          'p95',
          'all: requests p50',
          'KB p50',
          'ms p95',
        ],
        rows,
        note: `First: until the first results are shown to a reader who has nothing yet; all: until every handbook has answered or was checked. Indexes of the handbooks ${indexed.toFixed(0)} s, the shelf ${seconds.toFixed(1)} s; its own files ${(routing / 2 ** 20).toFixed(1)} MB, a handbook’s summary ${Math.round(summaries.reduce((sum, size) => sum + size, 0) / count / 1024)} KB.`,
      },
    ];
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  }
}
