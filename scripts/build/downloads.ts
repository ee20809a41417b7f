import { join } from 'node:path';
import { dayOfBuild, fillFacts } from '../../src/share/files/fill-facts.ts';
import type { FormerBooks } from '../../src/share/make/former-books.ts';
import { siteEnvironment } from '../lib/environment.ts';

/** Pages that name files with their size and day. */
export const downloadPages = ['downloads/index.html', 'en/downloads/index.html'];

/**
 * Write on the pages of downloads how large the files are and of which day.
 * @param former books of an earlier build that the site has for now
 */
export async function fillDownloads(distDir: string, former?: FormerBooks): Promise<void> {
  const days = new Map(former?.files.map(({ path }) => [path, former.day]));
  const { base } = siteEnvironment();
  for (const page of downloadPages)
    await fillFacts(join(distDir, page), distDir, { base, day: dayOfBuild(), former: days });
}
