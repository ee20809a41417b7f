/** How many results are kept at most if nobody says otherwise; a handbook of 2,500 rules has as many texts as this. */
const mostKept = 20_000;

/**
 * A function of a text that is worked out once for each text. What it returns is shared, so nobody may change it.
 * @param most how many results are kept
 */
export function remember<T>(workOut: (text: string) => T, most = mostKept): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= most) known.clear();
    const result = workOut(text);
    known.set(text, result);
    return result;
  };
}
