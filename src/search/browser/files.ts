import type { Guard } from '../../lib/guards.ts';

/** The search index could not be fetched: the device is offline, or the file is not there. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

/** Fetch a file of the index. Throws an {@link UnreachableError}; the message names the file. */
export async function fetchFile(url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new UnreachableError(`${url} did not arrive.`, { cause });
  }
  if (!response.ok) throw new UnreachableError(`${url} answered ${String(response.status)}.`);
  return response;
}

/** A file of the index has not the shape that this code reads: it is damaged, or of another edition of the site. */
export class DamagedFileError extends Error {
  override name = 'DamagedFileError';
}

/**
 * Fetch a file of JSON.
 *
 * @throws DamagedFileError If it has not the shape asked for.
 */
export async function fetchJson<T>(url: string, isExpected: Guard<T>): Promise<T> {
  const value: unknown = await (await fetchFile(url)).json().catch(() => undefined);
  if (!isExpected(value)) throw new DamagedFileError(`${url} is not what the search reads.`);
  return value;
}

/** Fetch a file that was packed with gzip, and unpack it. */
export async function fetchPacked(url: string): Promise<Uint8Array> {
  const packed = (await (await fetchFile(url)).blob()).stream();
  return new Uint8Array(
    await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
  );
}

/** Load once for each key and remember the result. A failure is forgotten, so that the next call tries again. */
export function rememberByKey<Key, T>(load: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const running = new Map<Key, Promise<T>>();
  return (key) => {
    let result = running.get(key);
    if (!result) {
      result = load(key);
      running.set(key, result);
      result.catch(() => running.delete(key));
    }
    return result;
  };
}
