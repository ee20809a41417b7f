import { join } from 'node:path';
import { cacheDir } from '../../src/edition/files/environment.ts';
import { siteRoot } from '../../src/lib/book/addresses.ts';
import { dayOfBuild } from '../../src/share/files/fill-facts.ts';
import { writeForHosts } from '../../src/share/make/write-for-hosts.ts';
import {
  makeShareFiles,
  type ShareOptions,
  type SharedFiles,
} from '../../src/share/make/write-share-files.ts';
import { complain, say } from '../lib/say.ts';

/** Where what leaves the site is kept between builds. */
export const shareCacheDir = join(cacheDir, 'share');

export const shareOptions = (contentDir: string): ShareOptions => ({
  contentDir,
  cacheDir: shareCacheDir,
  root: siteRoot(process.env['SITE_URL'], process.env['BASE_PATH']),
  day: dayOfBuild(),
});

/**
 * Make cards, QR codes and slides, and print how long it took.
 *
 * @param signal tells that nobody needs them any more
 * @returns what was made; `undefined` if the content is at fault (the message is already printed)
 */
export async function makeShared(
  contentDir: string,
  booksLater: boolean,
  signal: AbortSignal,
): Promise<SharedFiles | undefined> {
  const start = performance.now();
  try {
    const shared = await makeShareFiles({ ...shareOptions(contentDir), booksLater, signal });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(
      `Cards, QR codes and slides: ${shared.paths.length} files, ${shared.made} of them made anew, in ${seconds} s.`,
    );
    return shared;
  } catch (error) {
    if (!signal.aborted) complain(messageOf(error));
    return undefined;
  }
}

/**
 * Write what the site's host reads.
 * @returns whether that went well; if not, the content is at fault (the message is already printed)
 */
export async function writeHostFiles(distDir: string, { notes }: SharedFiles): Promise<boolean> {
  try {
    await writeForHosts(distDir, notes, siteRoot(process.env['SITE_URL'], process.env['BASE_PATH']));
    return true;
  } catch (error) {
    complain(messageOf(error));
    return false;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
