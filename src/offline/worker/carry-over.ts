import { cacheName, heldBy, ownCaches } from '../caches.ts';
import { isFileList, listPath, readHere } from '../file-list.ts';
import { takeFiles } from '../take-files.ts';
import { edition, ownCache } from './edition.ts';
import { scope } from './scope.ts';

/**
 * Have in this edition what the reader had of the former one, before this one takes over: the pages seen, and the whole book where it was
 * saved. What is the same is not fetched again.
 *
 * @throws Where a file does not arrive; the browser tries again later, and goes on where this stopped.
 */
async function carryOver(): Promise<void> {
  const own = cacheName(scope, edition);
  for (const name of (await ownCaches(scope)).filter((each) => each !== own)) {
    const former = await caches.open(name);
    const held = await heldBy(former);
    for (const language of ['zh', 'en']) {
      const saved = held.has(scope + listPath(language));
      const home = `${scope}${language === 'en' ? 'en/' : ''}`;
      const isOf = (url: string) =>
        url.startsWith(home) && (language === 'en' || !url.startsWith(`${scope}en/`));
      if (saved || [...held].some((url) => isOf(url) && url.endsWith('/')))
        await carry(language, former, saved);
    }
  }
}

async function carry(language: string, former: Cache, saved: boolean): Promise<void> {
  const address = scope + listPath(language);
  const response = await fetch(address, { cache: 'no-cache' });
  const list: unknown = await response.clone().json();
  if (!isFileList(list) || list.edition !== edition) throw new Error(`${address} is of another edition.`);
  const held = await heldBy(former);
  const files = readHere(list.files).filter(([path]) => saved || held.has(scope + path));
  const cache = await ownCache();
  try {
    await takeFiles(list, files, { scope, cache, former });
    if (saved) await cache.put(address, response);
  } catch (reason) {
    // If there is no room for two editions, the new one is installed without the saved book; the downloads page tells the reader.
    if (!(reason instanceof DOMException && reason.name === 'QuotaExceededError')) throw reason;
  }
}

(globalThis as { carried?: Promise<void> }).carried = carryOver();
