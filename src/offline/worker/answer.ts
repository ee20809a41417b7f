import { isObject, isText } from '../../lib/guards.ts';
import { own } from '../../lib/own.ts';
import { codesPath, offlinePage } from '../file-list.ts';
import { keepFile, keepPage, ownCache } from './edition.ts';
import { scope, type FetchEvent } from './scope.ts';
import { removeFormer } from './former.ts';

/** Files named after what they hold: whichever edition kept them, they are the same. */
const namedByContent = /^(?:_astro\/|pagefind\/\w+\/[a-z]+-)/;
/** Files that the pages kept here show. */
const shown = /^(?:pictures\/.*|.*\/qr\.svg|favicon\.\w+|[\w-]+\.png|manifest\.webmanifest)$/;
/** Whether a file is one of those that pages are read with. The lists of what can be saved are not: they say that it is. */
export const isReadWith = (path: string): boolean => namedByContent.test(path) || shown.test(path);

/** A permanent address: `en/r/k7mq2/`. */
const permanent = /^(en\/)?r\/(\w+)\/?$/;
/** Addresses that stand in a frame or are for editors: the network's. */
const leftAlone = /^(?:en\/)?(?:embed|desk)\//;

export const languageOf = (path: string): string => (path.startsWith('en/') ? 'en' : 'zh');

/** What is kept; nothing where storage is refused. */
const kept = async (url: string): Promise<Response | undefined> =>
  (await ownCache().catch(() => undefined))?.match(url);

/** The page that says what isn't there, in the language of the one asked for; a line where the browser has cleared all pages. */
async function missing(path: string): Promise<Response> {
  const page = (await kept(scope + offlinePage(languageOf(path)))) ?? (await kept(scope + offlinePage('zh')));
  return new Response(page?.body ?? '没有网络 · No connection', {
    status: 503,
    headers: page?.headers ?? { 'Content-Type': 'text/plain;charset=utf-8' },
  });
}

/** Have the page for what isn't there at hand in this language too. */
async function keepOfflinePage(path: string): Promise<void> {
  const url = scope + offlinePage(languageOf(path));
  if (await kept(url)) return;
  const response = await fetch(url, { cache: 'no-cache' });
  if (response.ok) await keepPage(url, response);
}

/**
 * Answer for a page: the one that is kept, so that all pages are of one edition; else what the network has, which is kept if it is of this
 * edition too. A page of another edition is shown as it came: it asks for files by names that only its own edition has.
 */
async function answerPage(event: FetchEvent, path: string): Promise<Response> {
  const asked = new URL(event.request.url);
  const slash = /[^/]$/.test(path) && !/\.\w+$/.test(path) ? '/' : '';
  const url = scope + path + slash;
  const found = await kept(url);
  if (found) return slash ? Response.redirect(url + asked.search) : found;
  try {
    const response = await fetch(asked.href, { cache: 'no-cache', redirect: 'manual' });
    if (response.ok) {
      const copy = response.clone();
      event.waitUntil(keepPage(url, copy).then(() => keepOfflinePage(path)));
    }
    return response;
  } catch {
    return missing(path);
  }
}

/** Where the saved book knows that a permanent code leads. */
async function savedPlace(tree: string, code: string): Promise<string | undefined> {
  const codes: unknown = await (await kept(scope + codesPath))?.json();
  const to = isObject(codes) ? own(codes, code) : undefined;
  const { pathname } = new URL(scope);
  return isText(to) && to.startsWith(pathname) ? scope + tree + to.slice(pathname.length) : undefined;
}

/** How long a network may take to say where a code leads that the saved book knows as well, in milliseconds. */
const maxWaitMs = 4000;

/** Answer for a permanent address: the network's redirect, else the place that the saved book has for the code. */
async function answerCode(event: FetchEvent, tree: string, code: string): Promise<Response> {
  const place = await savedPlace(tree, code);
  try {
    if (place === undefined) return await fetch(event.request);
    return await fetch(event.request.url, { redirect: 'manual', signal: AbortSignal.timeout(maxWaitMs) });
  } catch {
    return place === undefined ? missing(tree) : Response.redirect(place);
  }
}

/** Answer for a page that a script asks for: the one kept, else the network's. */
async function answerPart(event: FetchEvent, url: string): Promise<Response> {
  const found = await kept(url);
  if (found) return found;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keepPage(url, response.clone()));
  return response;
}

async function answerFile(event: FetchEvent, path: string): Promise<Response> {
  const url = scope + path;
  // A tab of the former edition still finds its files in the former cache.
  const found = namedByContent.test(path) ? await caches.match(url).catch(() => undefined) : await kept(url);
  if (found) return found;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keepFile(url, response.clone()));
  return response;
}

/** Answer what the site's pages ask for; all else is the network's. */
export function answer(event: FetchEvent): void {
  const { method, mode, destination, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  const path = (url.split(/[?#]/)[0] ?? '').slice(scope.length).replace(/(^|\/)index\.html$/, '$1');
  if (mode === 'navigate') {
    if (destination !== 'document' || leftAlone.test(path) || /\.(?!html$)\w+$/.test(path)) return;
    const [, tree = '', code] = permanent.exec(path) ?? [];
    event.waitUntil(removeFormer());
    event.respondWith(code === undefined ? answerPage(event, path) : answerCode(event, tree, code));
  } else if (isReadWith(path)) event.respondWith(answerFile(event, path));
  else if (path === '' || path.endsWith('/')) event.respondWith(answerPart(event, scope + path));
}
