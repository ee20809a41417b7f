import { readVarints, writeVarints } from './varints.ts';
import { must } from '../../lib/must.ts';

/** All places of a token on the site: pages in ascending order and, for each, its places in ascending order. */
export interface Postings {
  pages: Uint32Array;
  /** Where in `places` each page's places begin; one more than there are pages, so that a page's end is the next one's beginning. */
  starts: Uint32Array;
  /** Places of the token, counted in tokens from its page's beginning. */
  places: Uint32Array;
}

const noPostings: Postings = {
  pages: new Uint32Array(),
  starts: new Uint32Array(1),
  places: new Uint32Array(),
};

/**
 * Postings as bytes, column by column, which compress to less than row by row: the number of pages, the distance of each
 * page from the one before, how many places each has beyond the first, and the distance of each place from the one before
 * it on its page.
 */
export function encodePostings({ pages, starts, places }: Postings): Uint8Array {
  const numbers = [pages.length];
  for (let at = 0; at < pages.length; at += 1) numbers.push(pages[at]! - (at === 0 ? 0 : pages[at - 1]!));
  for (let at = 0; at < pages.length; at += 1) numbers.push(starts[at + 1]! - starts[at]! - 1);
  for (let at = 0; at < pages.length; at += 1) {
    let before = 0;
    for (let place = starts[at]!; place < starts[at + 1]!; place += 1) {
      numbers.push(places[place]! - before);
      before = places[place]!;
    }
  }
  return writeVarints(numbers);
}

/** The reverse of {@link encodePostings}. */
export function decodePostings(bytes: Uint8Array): Postings {
  const numbers = readVarints(bytes);
  const count = numbers[0] ?? 0;
  const pages = numbers.subarray(1, 1 + count);
  const more = numbers.subarray(1 + count, 1 + 2 * count);
  const places = numbers.subarray(1 + 2 * count);
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < count; at += 1) {
    if (at > 0) pages[at]! += pages[at - 1]!;
    starts[at + 1] = starts[at]! + more[at]! + 1;
    for (let place = starts[at]! + 1; place < starts[at + 1]!; place += 1)
      places[place]! += places[place - 1]!;
  }
  return { pages, starts, places };
}

/**
 * Postings of one token from several parts of a site, combined. `firstPages` is the number of pages before each
 * part.
 */
export function joinPostings(all: readonly Postings[], firstPages: readonly number[]): Postings {
  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
  const joined: Postings = {
    pages: new Uint32Array(sum(all.map(({ pages }) => pages.length))),
    starts: new Uint32Array(sum(all.map(({ pages }) => pages.length)) + 1),
    places: new Uint32Array(sum(all.map(({ places }) => places.length))),
  };
  let page = 0;
  let place = 0;
  for (const [part, { pages, starts, places }] of all.entries()) {
    for (let at = 0; at < pages.length; at += 1) {
      joined.pages[page + at] = pages[at]! + must(firstPages[part]);
      joined.starts[page + at + 1] = starts[at + 1]! + place;
    }
    joined.places.set(places, place);
    page += pages.length;
    place += places.length;
  }
  return joined;
}

/** Postings of several tokens, merged as if they were one: `客` for 客户 and 客人. */
export function unitePostings(all: readonly Postings[]): Postings {
  const [only] = all;
  if (all.length <= 1) return only ?? noPostings;
  const byPage = new Map<number, number[]>();
  for (const { pages, starts, places } of all) {
    for (const [at, page] of pages.entries()) {
      const here = places.subarray(starts[at], starts[at + 1]);
      const known = byPage.get(page);
      if (known) known.push(...here);
      else byPage.set(page, [...here]);
    }
  }
  const rows = [...byPage].sort(([a], [b]) => a - b);
  const starts = new Uint32Array(rows.length + 1);
  for (const [at, [, places]] of rows.entries()) starts[at + 1] = starts[at]! + places.length;
  return {
    pages: Uint32Array.from(rows, ([page]) => page),
    starts,
    places: Uint32Array.from(rows.flatMap(([, places]) => places.sort((a, b) => a - b))),
  };
}
