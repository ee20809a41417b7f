/** Pauses before a part of the site's script is asked for again, in milliseconds. */
const pauses = [300, 1500];

/** Load a part of the script; one that does not arrive is asked for again before the failure is the caller's. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return await load();
}
