import { heldBy } from './caches.ts';
import { withEdition } from './edition-mark.ts';
import type { FileList, ListedFile } from './file-list.ts';

/** A file that came is not the one that the list names: the site has a new edition by now, or something else answered for it. */
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

async function fetched(url: string, signal: AbortSignal | undefined): Promise<Response> {
  for (const pause of [...pauses, undefined]) {
    try {
      const response = await fetch(url, { cache: 'no-cache', ...(signal && { signal }) });
      if (response.ok) return response;
      if (response.status < 500) throw new OtherEditionError(`${url} answered ${String(response.status)}.`);
    } catch (reason) {
      if (reason instanceof OtherEditionError || signal?.aborted === true) throw reason;
      if (pause === undefined) throw reason;
    }
    if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new TypeError(`${url} did not arrive.`);
}

export interface TakeOptions {
  /** Where the site stands: `https://example.org/handbook/`. */
  scope: string;
  cache: Cache;
  /** Files that may be there already, from an earlier edition: what is the same is not fetched again. */
  former?: Cache | undefined;
  signal?: AbortSignal;
  /** Called after each file with the bytes that it has. */
  taken?: (size: number) => void;
}

/**
 * Put files of a list into a cache. What is there already stays, so that a broken download goes on where it stopped; what comes is kept only
 * if it is the file that the list names.
 *
 * @throws OtherEditionError; QuotaExceededError where the disk is full; TypeError where a file does not arrive; AbortError.
 */
export async function takeFiles(
  { edition }: FileList,
  files: readonly ListedFile[],
  { scope, cache, former, signal, taken = () => undefined }: TakeOptions,
): Promise<void> {
  const held = await heldBy(cache);
  const left = files.filter(([path]) => !held.has(scope + path));
  const sameAsBefore = async (url: string, path: string, hash: string) => {
    const response = await former?.match(url);
    return response && (await hashOf(await response.clone().arrayBuffer(), isPage(path))) === hash
      ? response
      : undefined;
  };
  const take = async ([path, size, , hash]: ListedFile) => {
    const url = scope + path;
    const before = await sameAsBefore(url, path, hash);
    const response = before ?? (await fetched(url, signal));
    const bytes = await response.arrayBuffer();
    if (!before && (await hashOf(bytes, isPage(path))) !== hash)
      throw new OtherEditionError(`${url} is not what the list names.`);
    const body = isPage(path) ? withEdition(new TextDecoder().decode(bytes), edition) : bytes;
    await cache.put(url, new Response(body, { headers: response.headers }));
    taken(size);
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
