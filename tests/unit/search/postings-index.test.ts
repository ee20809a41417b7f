import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTokens, encodeChunk } from '../../../src/search/format/chunk.ts';
import type { ChineseHead } from '../../../src/search/format/files.ts';
import type { Pages } from '../../../src/search/format/phrase-index.ts';
import { encodePostings } from '../../../src/search/format/postings.ts';
import { indexTokens, type Design } from '../../../src/search/format/tokens.ts';
import { placeApart } from '../../../src/search/query/typos.ts';
import { PostingsIndex } from '../../../src/search/browser/postings-index.ts';
import { must } from '../../../src/lib/must.ts';

/** An index over a few texts, in chunks of two tokens, that notes which chunks were fetched. */
function indexOf(texts: readonly string[], design: Design) {
  const rows = new Map<string, Map<number, number[]>>();
  for (const [page, text] of texts.entries()) {
    for (const [place, token] of indexTokens(text, design).split(' ').filter(Boolean).entries()) {
      const pages = rows.get(token) ?? new Map<number, number[]>();
      pages.set(page, [...(pages.get(page) ?? []), place]);
      rows.set(token, pages);
    }
  }
  const words = [...rows]
    .sort(([a], [b]) => compareTokens(a, b))
    .map(([token, pages]) => {
      const starts = [0];
      for (const places of pages.values()) starts.push(must(starts.at(-1)) + places.length);
      const postings = encodePostings({
        pages: Uint32Array.from(pages.keys()),
        starts: Uint32Array.from(starts),
        places: Uint32Array.from([...pages.values()].flat()),
      });
      return [token, postings] as const;
    });
  const chunks = Array.from({ length: Math.ceil(words.length / 2) }, (_, at) =>
    words.slice(2 * at, 2 * at + 2),
  );
  const fetched = new Set<number>();
  const head = {
    design,
    size: texts.length,
    firsts: chunks.map(([first]) => must(first)[0]).join(' '),
    bytes: chunks.map(() => 1),
  } as ChineseHead;
  const index = new PostingsIndex({
    head,
    chunk: (position) => {
      fetched.add(position);
      return Promise.resolve(encodeChunk(chunks[position] ?? []));
    },
    text: () => Promise.reject(new Error('No text is read.')),
    vocabulary: [],
  });
  return { index, fetched };
}

const sorted = (pages: Pages) => [...pages.keys()].sort((a, b) => a - b);
const read = (texts: readonly string[], holds: (text: string) => boolean) =>
  [...texts.keys()].filter((page) => holds(must(texts[page])));

// The codes of the last two begin alike.
const letters = fc.constantFrom('客', '户', '需', '，', 'ሳ');
const texts = fc.array(fc.string({ unit: letters, maxLength: 30 }), { minLength: 1, maxLength: 12 });
const phrase = fc.string({ unit: letters, minLength: 1, maxLength: 6 });

describe.for(['characters', 'bigrams'] satisfies Design[])('an index of %s', (design) => {
  test('finds a phrase where reading finds it', async () => {
    await fc.assert(
      fc.asyncProperty(texts, phrase, async (all, typed) => {
        const { index } = indexOf(all, design);
        expect(sorted(await index.phrase(typed))).toEqual(read(all, (text) => text.includes(typed)));
      }),
    );
  });

  test('finds two phrases a character apart where reading finds them', async () => {
    const side = fc.string({ unit: letters, minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(texts, side, side, async (all, before, after) => {
        const { index } = indexOf(all, design);
        const found = await index.apart([before, after], 1);
        expect(sorted(found)).toEqual(read(all, (text) => placeApart(text, before, after, 1) >= 0));
      }),
    );
  });
});

test('fetches no pair that the others make needless', async () => {
  const { index, fetched } = indexOf(['客户需求调研报告'], 'bigrams');
  expect(sorted(await index.phrase('客户需求调研'))).toEqual([0]);
  expect(fetched.size).toBeLessThanOrEqual(3);
});
