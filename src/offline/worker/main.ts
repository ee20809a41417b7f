/**
 * The service worker: keeps the pages seen and whatever was saved, one cache an edition. It is written for `sw.js` with the edition's name
 * in it; a new edition is a new worker, which waits until the reader asks for it or has closed all pages of the former.
 */
import { isList, isText, hasShape } from '../../lib/guards.ts';
import { cacheName, ownCaches } from '../caches.ts';
import { offlinePage } from '../file-list.ts';
import { answer, isReadWith, languageOf } from './answer.ts';
import { loadCarryOver } from './load.ts';
import { edition, keepFile, keepPage } from './edition.ts';
import { noteFormer } from './former.ts';
import { scope, windows, worker } from './scope.ts';

/** What a page asks to be kept that came before this worker was there. */
const isKeep = hasShape<{ keep: string[] }>({ keep: isList(isText) });

async function install(): Promise<void> {
  const open = (await windows()).filter(({ url }) => url.startsWith(scope));
  const languages = new Set(open.map(({ url }) => languageOf(url.slice(scope.length))));
  for (const language of languages) {
    const url = scope + offlinePage(language);
    await keepPage(url, await fetch(url, { cache: 'no-cache' }));
  }
  const own = cacheName(scope, edition);
  if ((await ownCaches(scope)).some((name) => name !== own)) await loadCarryOver();
}

/** Keep what a page has loaded; it comes from the browser's own cache. */
async function keep(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const [url = ''] = address.split(/[?#]/);
    const isPage = url.endsWith('/');
    if (!url.startsWith(scope) || !(isPage || isReadWith(url.slice(scope.length)))) continue;
    const response = await fetch(url, { cache: 'force-cache' });
    if (response.ok) await (isPage ? keepPage(url, response) : keepFile(url, response));
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(noteFormer(cacheName(scope, edition)).then(() => worker.clients.claim()));
});
worker.addEventListener('message', (event) => {
  if (event.data === 'activate') event.waitUntil(worker.skipWaiting());
  else if (event.data === 'edition') event.ports[0]?.postMessage(edition);
  else if (isKeep(event.data)) event.waitUntil(keep(event.data.keep));
});
worker.addEventListener('fetch', answer);
