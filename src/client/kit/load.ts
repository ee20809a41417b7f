/** Pauses before a part of the site's script is asked for again, in milliseconds. */
const pauses = [300, 1500];

let asked = 0;

/**
 * Browsers remember that a module did not arrive and answer so from then on; only by another address is it asked for again. What failed they
 * name in their message, all but Safari, which forgets.
 */
function anew<T>(load: () => Promise<T>, reason: unknown): () => Promise<T> {
  const [address] = /https?:\/\/[^\s?]+\.js/.exec(String(reason)) ?? [];
  if (address === undefined) return load;
  asked += 1;
  const other = `${address}?again=${String(asked)}`;
  return () => import(/* @vite-ignore */ other) as Promise<T>;
}

/** Load a module of the site's script; one that does not arrive is asked for again before the failure is the caller's. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  let next = load;
  for (const pause of pauses) {
    try {
      return await next();
    } catch (reason) {
      next = anew(load, reason);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return await next();
}
