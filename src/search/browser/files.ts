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

export const fetchJson = async <T>(url: string): Promise<T> => (await (await fetchFile(url)).json()) as T;

/** Fetch a file that was packed with gzip, and unpack it. */
export async function fetchPacked(url: string): Promise<Uint8Array> {
  const packed = (await (await fetchFile(url)).blob()).stream();
  return new Uint8Array(
    await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
  );
}

/** Run `load` once a key; a failure is forgotten, so that the next call tries again. */
export function once<Key, T>(load: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
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
