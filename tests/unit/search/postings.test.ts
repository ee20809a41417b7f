import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodePostings,
  encodePostings,
  joinPostings,
  unitePostings,
  type Postings,
} from '../../../src/search/format/postings.ts';
import { readVarints, writeVarints } from '../../../src/search/format/varints.ts';
import { must } from '../../../src/lib/must.ts';

/** Postings from rows that one can read: a page and its places. */
const postingsOf = (rows: [page: number, places: number[]][]): Postings => {
  const starts = [0];
  for (const [, places] of rows) starts.push(must(starts.at(-1)) + places.length);
  return {
    pages: Uint32Array.from(rows, ([page]) => page),
    starts: Uint32Array.from(starts),
    places: Uint32Array.from(rows.flatMap(([, places]) => places)),
  };
};
const rowsOf = ({ pages, starts, places }: Postings): [number, number[]][] =>
  Array.from(pages, (page, at) => [page, [...places.subarray(starts[at], starts[at + 1])]]);

const ascending = (least: number) =>
  fc
    .uniqueArray(fc.nat({ max: 1_000_000 }), { minLength: least, maxLength: 8 })
    .map((all) => all.sort((a, b) => a - b));
const anyRows = ascending(0).chain((pages) =>
  fc.tuple(...pages.map((page) => ascending(1).map((places): [number, number[]] => [page, places]))),
);

test('numbers come back as they were, to the greatest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffffffff })), (numbers) => {
      expect([...readVarints(writeVarints(numbers))]).toEqual(numbers);
    }),
  );
});

test('postings come back as they were', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(rowsOf(decodePostings(encodePostings(postingsOf(rows))))).toEqual(rows);
    }),
  );
});

describe('puts postings together', () => {
  test('of one token in two parts of a site, the second behind the first', () => {
    const joined = joinPostings(
      [
        postingsOf([[1, [4, 9]]]),
        postingsOf([
          [0, [2]],
          [3, [5]],
        ]),
      ],
      [0, 10],
    );
    expect(rowsOf(joined)).toEqual([
      [1, [4, 9]],
      [10, [2]],
      [13, [5]],
    ]);
  });

  test('of several tokens, as if they were one', () => {
    const united = unitePostings([
      postingsOf([
        [1, [9]],
        [4, [0]],
      ]),
      postingsOf([
        [0, [3]],
        [1, [2, 30]],
      ]),
    ]);
    expect(rowsOf(united)).toEqual([
      [0, [3]],
      [1, [2, 9, 30]],
      [4, [0]],
    ]);
    expect(rowsOf(unitePostings([]))).toEqual([]);
  });
});
