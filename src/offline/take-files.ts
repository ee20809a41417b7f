import { heldBy } from './caches.ts';
import { editionOf, withEdition } from './edition-mark.ts';
import type { FileList, ListedFile } from './file-list.ts';

/** A file that came is not the one that the list names: the site has a new edition by now. */
export class OtherEditionError extends Error {
  override name = 'OtherEditionError';
}

/** Files on their way at the same time. */
const lanes = 6;
/** Pauses before a file is asked for again, in milliseconds. */
const pauses = [500, 2000];

/** Hash of a file as the list has it: of a page without the mark of its edition. */
export async function hashOf(bytes: ArrayBuffer, isPage: boolean): Promise<string> {
  const content = isPage ? new TextEncoder().encode(withEdition(new TextDecoder().decode(bytes), '')) : bytes;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isPage = (path: string): boolean => path === '' || path.endsWith('/');

const hasHash = async (response: Response | undefined, path: string, hash: string): Promise<boolean> =>
  response !== undefined && (await hashOf(await response.clone().arrayBuffer(), isPage(path))) === hash;

/** What a host answers for a file that its new edition has no more. Any other refusal passes, such as 429 for asking too often. */
const isGone = (status: number): boolean => status === 404 || status === 410;

async function fetched(url: string, signal: AbortSignal | undefined): Promise<Response> {
  for (const pause of [...pauses, undefined]) {
    try {
      const response = await fetch(url, { cache: 'no-cache', ...(signal && { signal }) });
      if (response.ok) return response;
      if (isGone(response.status)) throw new OtherEditionError(`${url} answered ${String(response.status)}.`);
    } catch (reason) {
      if (reason instanceof OtherEditionError || signal?.aborted === true) throw reason;
      if (pause === undefined) throw reason;
    }
    if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new TypeError(`${url} did not arrive.`);
}

/**
 * Say why what came for a file is not that file: the site has another edition, or something on the way answered in its
 * place, such as the login page of a hotel's network.
 */
function mismatch(url: string, { headers }: Response, bytes: ArrayBuffer): Error {
  const isHtml = headers.get('content-type')?.startsWith('text/html') === true;
  return isHtml && editionOf(new TextDecoder().decode(bytes)) === undefined
    ? new TypeError(`${url} did not arrive; something else answered.`)
    : new OtherEditionError(`${url} is not what the list names.`);
}

export interface TakeOptions {
  /** Address of the site's first page: `https://example.org/handbook/`. */
  scope: string;
  cache: Cache;
  /** Files that may be there already, from an earlier edition: what is the same is not fetched again. */
  former?: Cache | undefined;
  signal?: AbortSignal;
  /** Called after each file with the bytes that it has. */
  taken?: (size: number) => void;
}

/**
 * Put files of a list into a cache. What is there already stays if it is the file that the list names, so that a broken
 * download goes on where it stopped; what comes is kept only if it is that file.
 *
 * @throws OtherEditionError; QuotaExceededError where the disk is full; TypeError where a file does not arrive; AbortError.
 */
export async function takeFiles(
  { edition }: FileList,
  files: readonly ListedFile[],
  { scope, cache, former, signal, taken = () => undefined }: TakeOptions,
): Promise<void> {
  const held = await heldBy(cache);
  const left = [...files];
  /** Whether a file is there already. What the worker kept while pages were read, nobody has compared yet. */
  const isThere = async (url: string, path: string, hash: string) => {
    if (!held.has(url)) return false;
    if (await hasHash(await cache.match(url), path, hash)) return true;
    // The worker would answer with it again.
    await cache.delete(url);
    return false;
  };
  const take = async ([path, size, , hash]: ListedFile) => {
    const url = scope + path;
    if (await isThere(url, path, hash)) return;
    const before = await former?.match(url);
    const isSame = await hasHash(before, path, hash);
    const response = before && isSame ? before : await fetched(url, signal);
    const bytes = await response.arrayBuffer();
    if (!isSame && (await hashOf(bytes, isPage(path))) !== hash) throw mismatch(url, response, bytes);
    const body = isPage(path) ? withEdition(new TextDecoder().decode(bytes), edition) : bytes;
    await cache.put(url, new Response(body, { headers: response.headers }));
    if (!held.has(url)) taken(size);
  };
  let failed = false;
  const lane = async () => {
    for (let file = left.shift(); file && !failed; file = left.shift()) {
      signal?.throwIfAborted();
      await take(file).catch((reason: unknown) => {
        failed = true;
        throw reason;
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
