/** Results that are kept by default: as many texts as a handbook of 2,500 rules has. */
const defaultLimit = 20_000;

/**
 * Memoize a function of a text. Its results are shared, so nobody may change them.
 * @param limit number of results that are kept; one more clears them all
 */
export function remember<T>(workOut: (text: string) => T, limit = defaultLimit): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= limit) known.clear();
    const result = workOut(text);
    known.set(text, result);
    return result;
  };
}
