import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pages } from '../../../src/search/format/phrase-index.ts';
import {
  cheapestCover,
  pagesWithPhrase,
  pagesWithScattered,
} from '../../../src/search/query/match/phrases.ts';
import type { Postings } from '../../../src/search/format/postings.ts';
import { must } from '../../../src/lib/must.ts';

/** Postings of a character in some texts, by reading them. */
function postingsOf(character: string, texts: readonly string[]): Postings {
  const pages = [...texts.keys()].filter((page) => must(texts[page]).includes(character));
  const places = pages.map((page) =>
    [...must(texts[page])].flatMap((each, place) => (each === character ? [place] : [])),
  );
  const starts = [0];
  for (const each of places) starts.push(must(starts.at(-1)) + each.length);
  return {
    pages: Uint32Array.from(pages),
    starts: Uint32Array.from(starts),
    places: Uint32Array.from(places.flat()),
  };
}
const sorted = (pages: Pages) => [...pages].sort(([a], [b]) => a - b);

// Few letters, so that phrases recur.
const text = fc.string({ unit: fc.constantFrom('客', '户', '需', '求'), maxLength: 40 });
const phrase = fc.string({ unit: fc.constantFrom('客', '户', '需', '求'), minLength: 1, maxLength: 5 });

test('finds a phrase in the pages and at the place where reading finds it', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), phrase, (texts, typed) => {
      const parts = [...typed].map((character, offset) => ({
        postings: postingsOf(character, texts),
        offset,
      }));
      const read = texts
        .map((each, page) => [page, each.indexOf(typed)])
        .filter(([, place]) => must(place) >= 0);
      expect(sorted(pagesWithPhrase(parts))).toEqual(read);
    }),
  );
});

test('finds the narrowest stretch that has all characters', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), phrase, (texts, typed) => {
      const wanted = [...new Set(typed)];
      const spread = (each: string): number => {
        for (let length = 1; length <= each.length; length += 1) {
          for (let start = 0; start + length <= each.length; start += 1) {
            const stretch = each.slice(start, start + length);
            if (wanted.every((character) => stretch.includes(character))) return length;
          }
        }
        return 0;
      };
      const read = texts.map((each, page) => [page, spread(each)]).filter(([, length]) => must(length) > 0);
      const found = pagesWithScattered(wanted.map((character) => postingsOf(character, texts)));
      expect(sorted(found)).toEqual(read);
    }),
  );
});

describe('covers a phrase by the cheapest pairs', () => {
  test.for([
    [[5], [0]],
    [
      [5, 5, 5],
      [0, 2],
    ],
    [
      [5, 0, 5],
      [0, 2],
    ],
    [
      [1, 9, 9, 1],
      [0, 1, 3],
    ],
    [
      [3, 3, 1, 3, 3],
      [0, 2, 4],
    ],
    [
      [1, 1, 90, 1, 1],
      [0, 1, 3, 4],
    ],
  ])('of costs %j: %j', ([costs, pairs]) => {
    expect(cheapestCover(must(costs))).toEqual(pairs);
  });

  test('whatever they cost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 }), (costs) => {
        const price = (pairs: readonly number[]) => pairs.reduce((sum, pair) => sum + must(costs[pair]), 0);
        const covers = (pairs: readonly number[]) =>
          [...costs, 0].every((_, character) => pairs.includes(character) || pairs.includes(character - 1));
        const all = Array.from({ length: 2 ** costs.length }, (_, choice) =>
          [...costs.keys()].filter((pair) => choice & (1 << pair)),
        );
        const cover = cheapestCover(costs);
        expect(covers(cover)).toBe(true);
        expect(price(cover)).toBe(Math.min(...all.filter(covers).map(price)));
      }),
    );
  });
});
