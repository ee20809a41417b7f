import { join } from 'node:path';
import { writeOffline } from '../../src/offline/build/write-offline.ts';
import { saveKeptValues } from '../../src/freshness/kept-values.ts';
import { removeOthers } from '../../src/freshness/remove-others.ts';
import { cacheDir } from '../../src/edition/files/environment.ts';
import { buildSearchIndex } from '../../src/search/build/build.ts';
import { madeToPublish } from '../lib/environment.ts';
import { runTool } from '../lib/run.ts';
import { precompress } from './precompress.ts';
import { fillDownloads } from './downloads.ts';
import type { PagesAgain } from './pages-again/pages-again.ts';
import type { Steps } from './steps.ts';
import { makeShared, writeHostFiles } from './write-shared.ts';
import { say } from '../lib/say.ts';

/** Where search indexes are kept between builds. */
export const searchCacheDir = join(cacheDir, 'search');

export interface Building {
  steps: Steps;
  /** Whether whole books that are out of date stay for now as they were. */
  booksLater: boolean;
  /** Whether one step is done after the other, so that one can tell what each takes. */
  apart: boolean;
}

/**
 * Build the whole site.
 *
 * @param distDir folder of the new site; what is in it already and is as it has to be is left alone
 * @param again makes its pages, if that can be done without Astro
 * @returns The exit code: 0 done, 1 the content is at fault or a step failed (it has said why); and whether books are out of date.
 */
export async function buildInto(
  distDir: string,
  contentDir: string,
  again: PagesAgain,
  { steps, booksLater, apart }: Building,
): Promise<{ code: number; late: boolean }> {
  const stop = new AbortController();
  const failed = async (code: number) => {
    stop.abort();
    await again.stop();
    return { code, late: false };
  };
  let making: ReturnType<typeof makeShared> | undefined;
  const share = () =>
    (making ??= steps.time('files to share', () => makeShared(contentDir, booksLater, stop.signal)));
  const index = () =>
    steps.time('search', () => buildSearchIndex({ distDir, contentDir, cacheDir: searchCacheDir }));

  if (!apart) void share();
  const pages = steps.time('pages', () => again.done);
  let indexing = !apart && (await again.texts) ? index() : undefined;
  // If it fails, so do the pages; if not, it is waited for below.
  indexing?.catch(() => undefined);
  const files = await pages;
  if (files === undefined) {
    await indexing?.catch(() => undefined);
    indexing = undefined;
    await again.stop();
    // Astro reads the same files.
    saveKeptValues();
    const { code } = await steps.time('pages', () =>
      runTool('astro', ['build'], { env: { ...madeToPublish, DIST_DIR: distDir } }),
    );
    if (code !== 0) return await failed(code);
  }
  const indexed = await (indexing ?? index());
  const shared = await share();
  if (shared === undefined) return await failed(1);
  await steps.time('placing', () => shared.place(distDir));
  // Without Astro, the folder may have held another site.
  if (files !== undefined) removeOthers(distDir, new Set([...files, ...indexed.paths, ...shared.paths]));
  if (!(await writeHostFiles(distDir, shared))) return await failed(1);
  await fillDownloads(distDir, shared.former);
  const { edition, files: offline } = await steps.time('offline', () => writeOffline(distDir));
  say(`Offline: edition ${edition}, ${offline} files can be kept.`);
  if (process.env['COMPRESS'] === '1')
    say(`Compressed beforehand: ${await steps.time('compressed', () => precompress(distDir))} files.`);
  return { code: 0, late: shared.former !== undefined };
}
