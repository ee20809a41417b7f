import type { BookSense } from './book-sense.ts';
import { reach, type Paragraphs } from './features/segment.ts';

/**
 * What ties the paragraphs of a rule together that the rest of the book hardly has: whom a story is about, and the things
 * in it.
 */
export interface Links {
  /** How much paragraph `a` shares with `b` after it, at `[a * reach + b - a - 1]`; those farther away share nothing. */
  shared: Float64Array;
  /** How much is spoken of on both sides of where a paragraph begins, 0 to 1. */
  across: Float64Array;
}

/** What isn't spoken of for more than this many paragraphs has been dropped. */
const longestPause = 2;
/** Less than this is as good as nothing. */
const leastNewness = 0.01;

export function linksOf(
  { readings: { length: size }, repeated }: Pick<Paragraphs, 'readings' | 'repeated'>,
  newness: BookSense['newness'],
): Links {
  const shared = new Float64Array(size * reach);
  const across = new Float64Array(size + 1);
  for (const { pair, at } of repeated) {
    const amount = newness(pair);
    if (amount < leastNewness) continue;
    for (let index = 0; index < at.length; index += 1) {
      const a = at[index]!;
      for (let next = index + 1; next < at.length && at[next]! - a <= reach; next += 1)
        shared[a * reach + at[next]! - a - 1]! += amount;
      const b = at[index + 1] ?? Infinity;
      if (b - a <= longestPause) for (let start = a + 1; start <= b; start += 1) across[start]! += amount;
    }
  }
  return { shared, across: across.map((amount) => small(amount, 4)) };
}

/** Names of the features of a story that links give. */
export const linkFeatures = [
  'shared by what follows',
  'shared by what goes before',
  'ends as it began',
  'what goes before shares more than the beginning',
  'linked to what goes before',
  'linked inside, in sum',
  'linked to what goes before more than inside',
] as const;

/**
 * How the story from paragraph `first` to `last` hangs together, and with what surrounds it.
 * @param into gets the features, from `start` on
 */
export function linksThrough(
  { shared, across }: Links,
  first: number,
  last: number,
  into: Float64Array,
  start = 0,
): void {
  const between = (a: number, b: number) => (b - a <= reach ? shared[a * reach + b - a - 1]! : 0);
  const hasNext = last + 2 < across.length;
  let ofNext = 0;
  let ofPrevious = 0;
  let ofFirst = 0;
  let inside = 0;
  let leastInside = 1;
  for (let at = first; at <= last; at += 1) {
    if (hasNext) ofNext = Math.max(ofNext, between(at, last + 1));
    if (first > 0) ofPrevious = Math.max(ofPrevious, between(first - 1, at));
    if (at === first) continue;
    ofFirst = Math.max(ofFirst, between(first, at));
    inside += across[at]!;
    leastInside = Math.min(leastInside, across[at]!);
  }
  const isOne = last === first;
  into[start] = small(ofNext, 3);
  into[start + 1] = small(ofPrevious, 3);
  into[start + 2] = last - first > 1 ? small(between(first, last), 2) : 0;
  into[start + 3] = !isOne && ofPrevious > ofFirst ? 1 : 0;
  into[start + 4] = across[first]!;
  into[start + 5] = inside;
  into[start + 6] = !isOne && across[first]! > leastInside ? 1 : 0;
}

/** From 0 to 1; `half` is halfway. */
function small(value: number, half: number): number {
  return value / (value + half);
}
