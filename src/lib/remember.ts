/** How many results are kept at most; a handbook of 2,500 rules has as many texts as this. */
const mostKept = 20_000;

/**
 * A function of a text that is worked out once for each text. What it returns is shared, so nobody may change it.
 */
export function remember<T>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= mostKept) known.clear();
    const result = workOut(text);
    known.set(text, result);
    return result;
  };
}
