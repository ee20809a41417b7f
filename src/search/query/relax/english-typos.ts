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
const minWordLength = 4;

/** How often each word of a text occurs; words too short to be a correction are left out. */
export function wordFrequencies(text: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text)
    if (word.length >= minWordLength && !/\P{Script=Latin}/u.test(word))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The word that was probably meant by a mistyped one: the most common word one mistake away; `undefined` if
 * there is none.
 */
export function correctedWord(
  word: string,
  counts: Iterable<readonly [word: string, count: number]>,
): string | undefined {
  if (word.length < minWordLength) return undefined;
  let best: readonly [word: string, count: number] | undefined;
  for (const known of counts) {
    if (known[1] > (best?.[1] ?? 0) && isOneMistakeAway(word, known[0])) best = known;
  }
  return best?.[0];
}
