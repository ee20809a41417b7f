import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { SearchEntry } from '../../../src/search/build/entry.ts';
import { exactFigures, percentile, rankFigures } from '../../../samples/figures.ts';
import { QuerySets } from '../../../samples/query-sets.ts';
import { serveDirectory } from '../../preview/static-server.ts';
import type { Prepare } from './peers.ts';
import { measured } from './memory.ts';
import { measureRelevance, type Relevance } from './relevance.ts';
import { must } from '../../../src/lib/must.ts';

/** An engine under measurement. */
export interface Contender {
  name: string;
  /** Its file in `browser/`. */
  entry: string;
  prepare: Prepare;
}

export interface Figures {
  engine: string;
  pages: number;
  recall: number;
  precision: number;
  dropped: number;
  keywords: number;
  coldKb: number;
  nextKb: number;
  p50: number;
  p95: number;
  indexSeconds: number;
  indexMb: number;
  /** Of the contender that is this site. */
  relevance?: Relevance;
}

/** How many queries of each kind are judged by the rank of their page. */
const rankedQueries = 100;

/** Results whose excerpts are fetched before a query counts as shown. */
const shownResults = 5;

interface Engine {
  search: (typed: string) => Promise<string[]>;
  show: (pages: string[]) => Promise<void>;
}
declare const engine: Engine;

async function openEngine(
  browser: Browser,
  url: string,
  name: string,
): Promise<{ page: Page; bytes: () => number }> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(600_000);
  let bytes = 0;
  // Of the page and of workers that it starts.
  page.context().on('requestfinished', (request) => {
    void request.sizes().then(({ responseHeadersSize, responseBodySize }) => {
      bytes += responseHeadersSize + responseBodySize;
    });
  });
  await page.goto(`${url}${name}.html`);
  bytes = 0;
  await page.addScriptTag({ url: `${url}${name}.js` });
  return { page, bytes: () => bytes };
}

const ask = (page: Page, typed: string): Promise<string[]> =>
  page.evaluate((text) => engine.search(text), typed);

async function askAndShow(page: Page, typed: string): Promise<void> {
  await page.evaluate(
    async ([text, count]) => {
      await engine.show((await engine.search(text)).slice(0, count));
    },
    [typed, shownResults] as const,
  );
  // The browser reports a transfer shortly after the page has it.
  await page.waitForTimeout(150);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

async function weigh(browser: Browser, url: string, name: string, typed: readonly string[]) {
  const cold: number[] = [];
  const next: number[] = [];
  for (let at = 0; at + 1 < typed.length; at += 2) {
    const { page, bytes } = await openEngine(browser, url, name);
    await askAndShow(page, must(typed[at]));
    cold.push(bytes());
    await askAndShow(page, must(typed[at + 1]));
    next.push(bytes() - must(cold.at(-1)));
    await page.context().close();
  }
  return { coldKb: Math.round(mean(cold) / 1000), nextKb: Math.round(mean(next) / 1000) };
}

async function timed(page: Page, typed: readonly string[]): Promise<number[]> {
  return await page.evaluate(async (all) => {
    for (const each of all) await engine.search(each);
    const times: number[] = [];
    for (const each of all) {
      const start = performance.now();
      await engine.search(each);
      times.push(performance.now() - start);
    }
    return times;
  }, typed as string[]);
}

async function bundle({ entry }: Contender, folder: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'browser', `${entry}.ts`)],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'engine',
    define: { 'import.meta.env.BASE_URL': '"/"' },
    outfile: join(folder, `${entry}.js`),
    logLevel: 'error',
  });
  await writeFile(join(folder, `${entry}.html`), '<!doctype html><html lang="zh"><title>bench</title>');
}

/** Index a corpus with one engine and measure its search in the browser. */
export async function measureEngine(
  contender: Contender,
  entries: readonly SearchEntry[],
  { browser, folder, queries }: { browser: Browser; folder: string; queries: number },
): Promise<Figures> {
  const { result: names, seconds, peakMb } = await measured(() => contender.prepare(entries, folder));
  await bundle(contender, folder);
  const server = await serveDirectory({ directory: folder, port: 0 });
  const { url } = server;
  const sets = new QuerySets(entries);
  const substrings = sets.substrings(queries);
  const typed = substrings.map((query) => query.typed);
  const weight = await weigh(browser, url, contender.entry, typed.slice(0, 12));
  const { page } = await openEngine(browser, url, contender.entry);
  const search = async (text: string) => {
    const found = await ask(page, text);
    return names ? found.map((name) => names.get(name) ?? name) : found;
  };
  const exact = await exactFigures(substrings, entries, search);
  const dropped = await rankFigures(sets.dropped(rankedQueries), search);
  const keywords = await rankFigures(sets.twoKeywords(rankedQueries), search);
  const relevance =
    contender.entry === 'ours' ? await measureRelevance(sets, search, rankedQueries) : undefined;
  const times = await timed(page, typed);
  await page.context().close();
  await server.close();
  return {
    engine: contender.name,
    pages: entries.length,
    recall: exact.recall,
    precision: exact.precisionAt10,
    dropped: dropped.mrr,
    keywords: keywords.mrr,
    ...weight,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    indexSeconds: seconds,
    indexMb: peakMb,
    ...(relevance && { relevance }),
  };
}
