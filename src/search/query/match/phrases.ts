import type { Pages } from '../../format/phrase-index.ts';
import type { Postings } from '../../format/postings.ts';
import { must } from '../../../lib/must.ts';

/** A token of a phrase. `offset` is its distance in tokens from the beginning of the phrase. */
export interface PhrasePart {
  postings: Postings;
  offset: number;
}

/** Galloping search: position of `value`, or of the next greater one, in the ascending `sorted` from `from` on. */
function seek(sorted: Uint32Array, value: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < sorted.length && sorted[low + step]! < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(sorted.length, low + step);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Visit the pages that all of the postings have. `visit` gets the page and its position in each. */
function walkShared(all: readonly Postings[], visit: (page: number, at: readonly number[]) => void): void {
  const [rarest, ...others] = [...all.keys()].sort(
    (a, b) => must(all[a]).pages.length - must(all[b]).pages.length,
  );
  if (rarest === undefined) return;
  const at = all.map(() => 0);
  const { pages } = must(all[rarest]);
  for (let position = 0; position < pages.length; position += 1) {
    const page = pages[position]!;
    at[rarest] = position;
    const everywhere = others.every((other) => {
      const { pages: theirs } = must(all[other]);
      at[other] = seek(theirs, page, must(at[other]));
      return theirs[must(at[other])] === page;
    });
    if (everywhere) visit(page, at);
  }
}

const placesAt = ({ places, starts }: Postings, at: number): Uint32Array =>
  places.subarray(starts[at], starts[at + 1]);

/**
 * The pages that contain the parts at their offsets, each with the first place where the phrase begins; none if
 * there are no parts.
 */
export function pagesWithPhrase(parts: readonly PhrasePart[]): Pages {
  const found: Pages = new Map();
  walkShared(
    parts.map(({ postings }) => postings),
    (page, at) => {
      const [first, ...rest] = parts.map(({ postings, offset }, part) => ({
        places: placesAt(postings, must(at[part])),
        offset,
      }));
      for (const place of must(first).places) {
        const start = place - must(first).offset;
        const whole = rest.every(
          ({ places, offset }) => places[seek(places, start + offset, 0)] === start + offset,
        );
        if (!whole) continue;
        found.set(page, start);
        return;
      }
    },
  );
  return found;
}

/** Length of the shortest stretch of places that has one of each list. */
function narrowest(lists: readonly Uint32Array[]): number {
  const next = new Uint32Array(lists.length);
  let least = Infinity;
  for (;;) {
    const heads = lists.map((places, list) => places[next[list]!]!);
    const first = Math.min(...heads);
    least = Math.min(least, Math.max(...heads) - first + 1);
    const behind = heads.indexOf(first);
    next[behind]! += 1;
    if (next[behind]! >= must(lists[behind]).length) return least;
  }
}

/** The pages that have all of the tokens in any order, each with the length of the shortest stretch that has them. */
export function pagesWithScattered(all: readonly Postings[]): Pages {
  const found: Pages = new Map();
  walkShared(all, (page, at) => {
    found.set(page, narrowest(all.map((postings, token) => placesAt(postings, must(at[token])))));
  });
  return found;
}

/**
 * Choose the overlapping pairs that cover a run of characters at the least cost: 客户 and 需求 cover 客户需求, so 户需 need not be
 * fetched.
 *
 * @param costs Cost of each pair; pair `i` covers the characters `i` and `i + 1`.
 * @returns Positions of the pairs to take, ascending.
 */
export function cheapestCover(costs: readonly number[]): number[] {
  const length = costs.length + 1;
  /** For each number of characters covered from the beginning: the cost, and the last pair. */
  const best: { cost: number; pair: number; before: number }[] = [{ cost: 0, pair: -1, before: 0 }];
  const offer = (covered: number, pair: number, before: number): void => {
    const cost = must(best[before]).cost + must(costs[pair]);
    if (cost < (best[covered]?.cost ?? Infinity)) best[covered] = { cost, pair, before };
  };
  for (let covered = 0; covered < length; covered += 1) {
    if (!best[covered]) continue;
    if (covered > 0) offer(covered + 1, covered - 1, covered);
    if (covered + 2 <= length) offer(covered + 2, covered, covered);
  }
  const pairs: number[] = [];
  for (let covered = length; covered > 0; covered = must(best[covered]).before)
    pairs.unshift(must(best[covered]).pair);
  return pairs;
}
