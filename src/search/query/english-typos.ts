/** Whether one word becomes the other by one letter left out, added, changed, or two neighbours swapped. */
export function isOneMistakeAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Shorter words are one letter away from too many others. */
const shortest = 4;

/** The word that a mistyped one was probably meant to be: of those one mistake away the commonest; `undefined` where there is none. */
export function correctedWord(word: string, text: Iterable<string>): string | undefined {
  if (word.length < shortest) return undefined;
  const counts = new Map<string, number>();
  for (const known of text) {
    if (known.length >= shortest && isOneMistakeAway(word, known))
      counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
