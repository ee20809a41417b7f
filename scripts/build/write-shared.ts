import { join } from 'node:path';
import { cacheDir } from '../../src/edition/environment.ts';
import { siteRoot } from '../../src/lib/addresses.ts';
import { dayOfBuild } from '../../src/share/files/fill-facts.ts';
import {
  writeShareFiles,
  type ShareOptions,
  type SharedFiles,
} from '../../src/share/make/write-share-files.ts';
import { complain, say } from '../lib/say.ts';

/** Where what leaves the site is kept between builds. */
export const shareCacheDir = join(cacheDir, 'share');

export const shareOptions = (contentDir: string, distDir: string): ShareOptions => ({
  contentDir,
  distDir,
  cacheDir: shareCacheDir,
  root: siteRoot(process.env['SITE_URL'], process.env['BASE_PATH']),
  day: dayOfBuild(),
});

/**
 * Add cards, QR codes, slides and the redirects from old addresses to a built site, and print how long it took.
 *
 * @returns what was added; `undefined` if the content is at fault (the message is already printed)
 */
export async function writeShared(
  contentDir: string,
  distDir: string,
  booksLater: boolean,
): Promise<SharedFiles | undefined> {
  const start = performance.now();
  try {
    const shared = await writeShareFiles({ ...shareOptions(contentDir, distDir), booksLater });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(
      `Cards, QR codes and slides: ${shared.files} files, ${shared.made} of them made anew, in ${seconds} s.`,
    );
    return shared;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
