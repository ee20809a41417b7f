/** Milliseconds before each new attempt to load a module. */
const retryPausesMs = [300, 1500];

let retries = 0;

/**
 * A new attempt to load a module. Browsers remember that a module failed, so it has to be loaded by another address, which their error
 * message names. Safari's doesn't, but Safari forgets the failure.
 */
function retryOf<T>(load: () => Promise<T>, reason: unknown): () => Promise<T> {
  const [address] = /https?:\/\/[^\s?]+\.js/.exec(String(reason)) ?? [];
  if (address === undefined) return load;
  retries += 1;
  const other = `${address}?again=${String(retries)}`;
  return () => import(/* @vite-ignore */ other) as Promise<T>;
}

/**
 * Load a module of the site's script, in several attempts.
 * @throws the error of the last attempt
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  let next = load;
  for (const pause of retryPausesMs) {
    try {
      return await next();
    } catch (reason) {
      next = retryOf(load, reason);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return await next();
}
