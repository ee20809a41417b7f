import { decode } from 'cborg';
import { compareTokens } from '../format/chunk.ts';
import { joinPostings, type Postings } from '../format/postings.ts';
import { unpack, type PagefindFiles } from './pagefind-index.ts';
import { must } from '../../lib/must.ts';

/**
 * A token in a chunk of Pagefind 1.6: its pages, each as the distance from the one before, and the token's
 * places on the page, encoded likewise. A negative place is the weight of the places after it. Text that is
 * indexed here has no weights.
 */
type PackedToken = [token: string, pages: [distance: number, places: number[]][], variants: unknown[]];

/** A token with its postings. */
export type TokenPostings = [token: string, postings: Postings];

function postingsOf(packed: PackedToken[1]): Postings {
  const pages = new Uint32Array(packed.length);
  const starts = new Uint32Array(packed.length + 1);
  const places: number[] = [];
  let page = 0;
  for (const [at, [distance, packedPlaces]] of packed.entries()) {
    page += distance;
    pages[at] = page;
    let place = 0;
    for (const step of packedPlaces) {
      if (step < 0) continue;
      place += step;
      places.push(place);
    }
    starts[at + 1] = places.length;
  }
  return { pages, starts, places: Uint32Array.from(places) };
}

function* tokensOf({ chunks }: PagefindFiles): Generator<TokenPostings> {
  for (const { content } of chunks) {
    const [tokens] = decode(unpack(content)) as [PackedToken[]];
    for (const [token, pages, variants] of tokens) {
      if (variants.length > 0) {
        throw new Error(
          `Expected Pagefind to take the token ${token} as it stands, found other forms of it.`,
        );
      }
      yield [token, postingsOf(pages)];
    }
  }
}

/** Every token of several indexes in the order of the tokens, as if their pages, one index behind the other, were in one. */
export function* mergedTokens(parts: readonly PagefindFiles[]): Generator<TokenPostings> {
  const firstPages = parts.map((_, part) =>
    parts.slice(0, part).reduce((sum, { pages }) => sum + pages.length, 0),
  );
  const all = parts.map(tokensOf);
  const heads = all.map((tokens) => tokens.next());
  for (;;) {
    const left = heads.filter((head) => !head.done).map((head) => (head.value as TokenPostings)[0]);
    if (left.length === 0) return;
    const first = left.reduce((least, token) => (compareTokens(token, least) < 0 ? token : least));
    const having = [...heads.keys()].filter(
      (part) => !must(heads[part]).done && (must(heads[part]).value as TokenPostings)[0] === first,
    );
    yield [
      first,
      joinPostings(
        having.map((part) => (must(heads[part]).value as TokenPostings)[1]),
        having.map((part) => must(firstPages[part])),
      ),
    ];
    for (const part of having) heads[part] = must(all[part]).next();
  }
}
