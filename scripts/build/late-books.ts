import { rm } from 'node:fs/promises';
import { mirror } from '../../src/freshness/mirror.ts';
import { listPageAnew } from '../../src/offline/build/write-offline.ts';
import { complain } from '../lib/say.ts';
import { changePlaces, nextSite } from './change-places.ts';
import { downloadPages, fillDownloads } from './downloads.ts';
import { keepSiteBefore, takeSiteBefore } from './site-before.ts';
import { shareOptions } from './write-shared.ts';

/**
 * Make the whole books of a site that has former ones for now. The site changes as a whole, and nothing of it but the books and what is said of them.
 *
 * @returns whether they could be made; if not, the reason is already printed
 */
export async function addLateBooks(distDir: string, contentDir: string): Promise<boolean> {
  const next = nextSite(distDir);
  try {
    await takeSiteBefore(distDir, next);
    mirror(distDir, next);
    const { writeLateBooks } = await import('../../src/share/make/write-share-files.ts');
    await writeLateBooks(shareOptions(contentDir), next);
    await fillDownloads(next);
    for (const page of downloadPages) await listPageAnew(next, page);
    await changePlaces(next, distDir, (former) => keepSiteBefore(former, distDir));
    return true;
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    complain(
      `The books could not be made; the site has the former ones. ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}
