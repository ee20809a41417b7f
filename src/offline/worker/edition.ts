import { cacheName } from '../caches.ts';
import { editionOf } from '../edition-mark.ts';
import { scope } from './scope.ts';

/** The edition that this worker serves; the build puts it in. */
declare const EDITION: string;
export const edition = EDITION;

/** The one cache that this worker writes to. */
export const ownCache = (): Promise<Cache> => caches.open(cacheName(scope, edition));

/** Keep a page under its address, if it is of this edition. Whether there is room is not the reader's concern: nobody asked for it. */
export async function keepPage(url: string, response: Response): Promise<void> {
  if (response.redirected) return;
  const text = await response.text();
  if (editionOf(text) !== edition) return;
  const cache = await ownCache();
  await cache.put(url, new Response(text, { headers: response.headers })).catch(() => undefined);
}

/** Keep a file. A page in its place is what a login or a host without that file answers. */
export async function keepFile(url: string, response: Response): Promise<void> {
  if (response.redirected || response.headers.get('content-type')?.startsWith('text/html')) return;
  const cache = await ownCache();
  await cache.put(url, response).catch(() => undefined);
}
