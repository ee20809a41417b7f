import { join } from 'node:path';
import { writeOffline } from '../../src/offline/build/write-offline.ts';
import { cacheDir } from '../../src/edition/environment.ts';
import { buildSearchIndex } from '../../src/search/build/build.ts';
import { madeToPublish } from '../lib/environment.ts';
import { runTool } from '../lib/run.ts';
import { describeLinks } from './check-links.ts';
import { precompress } from './precompress.ts';
import { fillDownloads } from './downloads.ts';
import { makePagesAgain } from './pages-again/pages-again.ts';
import type { Steps } from './steps.ts';
import { writeShared } from './write-shared.ts';
import { say } from '../lib/say.ts';

/** Where search indexes are kept between builds. */
export const searchCacheDir = join(cacheDir, 'search');

/** Make the pages, by Astro only if a former build's program can't. */
async function makePages(distDir: string): Promise<number> {
  if (await makePagesAgain(distDir)) return 0;
  const { code } = await runTool('astro', ['build'], { env: { ...madeToPublish, DIST_DIR: distDir } });
  return code;
}

/**
 * Build the whole site into an empty folder.
 *
 * @param steps keeps what each step takes
 * @param booksLater whether whole books that are out of date stay for now as they were
 * @returns The exit code: 0 done, 1 the content is at fault or a step failed (it has said why); and whether books are out of date.
 */
export async function buildInto(
  distDir: string,
  contentDir: string,
  { steps, booksLater }: { steps: Steps; booksLater: boolean },
): Promise<{ code: number; late: boolean }> {
  const pages = await steps.time('pages', () => makePages(distDir));
  if (pages !== 0) return { code: pages, late: false };
  await steps.time('search', () => buildSearchIndex({ distDir, contentDir, cacheDir: searchCacheDir }));
  const shared = await steps.time('files to share', () => writeShared(contentDir, distDir, booksLater));
  if (shared === undefined) return { code: 1, late: false };
  await fillDownloads(distDir, shared.former);
  const { edition, files } = await steps.time('offline', () => writeOffline(distDir));
  say(`Offline: edition ${edition}, ${files} files can be kept.`);
  say(await steps.time('links', () => describeLinks(distDir)));
  if (process.env['COMPRESS'] === '1')
    say(`Compressed beforehand: ${await steps.time('compressed', () => precompress(distDir))} files.`);
  return { code: 0, late: shared.former !== undefined };
}
