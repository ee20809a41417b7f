import { expect, test } from 'vitest';
import { indexTokens, type Design } from '../../../src/search/format/tokens.ts';
import { pagefindIndex } from '../../../src/search/build/pagefind-index.ts';
import { mergedTokens } from '../../../src/search/build/pagefind-tokens.ts';

/** Rare and foreign characters among common ones: a radical, an ideograph beyond U+FFFF, kana, Cyrillic, letters that others are filed under. */
const texts = ['客户⺀需求𠀀々〇', '客户，ßøДあア한ㄅ℃…😀需求', 'CEO问客户：2006年？'];

test.for(['characters', 'bigrams'] satisfies Design[])(
  'every token comes back from Pagefind with its places, over two parts as over one: %s',
  async (design) => {
    const pages = texts.map((text) => indexTokens(text, design));
    const index = (some: string[]) =>
      pagefindIndex(
        some.map((tokens) => `<p>${tokens}</p>`),
        { chunkSize: 100 },
      );
    const parts = [await index(pages.slice(0, 1)), await index(pages.slice(1))];
    const found = new Map(
      [...mergedTokens(parts)].map(([token, { pages: on, starts, places }]) => [
        token,
        [...on].flatMap((page, at) =>
          [...places.subarray(starts[at], starts[at + 1])].map((place) => `${String(page)}:${String(place)}`),
        ),
      ]),
    );
    const fed = new Map<string, string[]>();
    for (const [page, tokens] of pages.entries()) {
      for (const [place, token] of tokens.split(' ').entries())
        fed.set(token, [...(fed.get(token) ?? []), `${String(page)}:${String(place)}`]);
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(fed));
  },
);
