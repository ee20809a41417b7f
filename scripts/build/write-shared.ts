import { join } from 'node:path';
import { cacheDir } from '../../src/edition/environment.ts';
import { siteRoot } from '../../src/lib/addresses.ts';
import { writeShareFiles } from '../../src/share/make/write-share-files.ts';
import { complain, say } from '../lib/say.ts';

/** Where what leaves the site is kept between builds. */
export const shareCacheDir = join(cacheDir, 'share');

/**
 * Add cards, QR codes, slides and the redirects from old addresses to a built site, and print how long it took.
 *
 * @returns The exit code: 0 done, 1 the content is at fault (the message is already printed).
 */
export async function writeShared(contentDir: string, distDir: string): Promise<number> {
  const start = performance.now();
  try {
    const { files, made } = await writeShareFiles({
      contentDir,
      distDir,
      cacheDir: shareCacheDir,
      root: siteRoot(process.env['SITE_URL'], process.env['BASE_PATH']),
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`Cards, QR codes and slides: ${files} files, ${made} of them made anew, in ${seconds} s.`);
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
