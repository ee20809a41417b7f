import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTokens, encodeChunk } from '../../../src/search/format/chunk.ts';
import type { ChineseHead } from '../../../src/search/format/files.ts';
import type { Pages } from '../../../src/search/format/phrase-index.ts';
import { fold } from '../../../src/search/format/fold.ts';
import { encodePostings } from '../../../src/search/format/postings.ts';
import { indexTokens, placeInBlocks, type Design } from '../../../src/search/format/tokens.ts';
import { placeApart } from '../../../src/search/query/relax/typos.ts';
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
  const readPages: number[] = [];
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
    text: (page) => {
      readPages.push(page);
      const blocks = [['', texts[page] ?? '']] as const;
      return Promise.resolve({
        type: 'rule',
        id: '01-01',
        title: { zh: '' },
        keywords: [],
        blocks: [...blocks],
      });
    },
    vocabulary: [],
  });
  return { index, fetched, readPages };
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

test('reads the few pages that have three characters of a long phrase, rather than fetching the others', async () => {
  const texts = ['报告：客户需求调研 与分析', '客户的需求要调研', '与客户', '先写再问，需求调研客户'];
  const { index, fetched, readPages } = indexOf(texts, 'characters');
  expect(await index.phrase('客户需求调研')).toEqual(new Map([[0, 3]]));
  expect(readPages).toEqual([0]);
  expect(fetched.size).toBeLessThanOrEqual(4);
});

test('a phrase of many characters is where reading finds it, at its first place', async () => {
  const many = fc.constantFrom(...'客户需求合同交期报价回款');
  const page = fc.string({ unit: fc.oneof(many, fc.constantFrom(' ', '，')), minLength: 8, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(page, { minLength: 1, maxLength: 10 }),
      fc.nat(),
      fc.nat(),
      async (all, which, from) => {
        const text = all[which % all.length] ?? '';
        const start = from % text.length;
        const typed = fold(text.slice(start, start + 8)).replace(/\s.*/su, '');
        fc.pre(typed !== '');
        const { index } = indexOf(all, 'characters');
        const places = all.map((each) => placeInBlocks([each], typed));
        expect(new Map([...(await index.phrase(typed))].sort(([a], [b]) => a - b))).toEqual(
          new Map([...places.entries()].filter(([, place]) => place >= 0)),
        );
        // Again, with whatever was fetched.
        expect((await index.phrase(typed)).size).toBe(places.filter((place) => place >= 0).length);
      },
    ),
  );
});
