import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseShard, shareOf } from '../../../scripts/shelf/shards.ts';

const book = fc.record({ id: fc.stringMatching(/^[a-z]{1,6}$/), size: fc.nat({ max: 1_000_000 }) });
const books = fc.uniqueArray(book, { selector: ({ id }) => id, maxLength: 120 });
const sizeOf = ({ size }: { size: number }): number => size;

test('every handbook is in just one share, whichever machine reckons it and in whatever order the list is', () => {
  fc.assert(
    fc.property(books, fc.integer({ min: 1, max: 12 }), (all, count) => {
      const shares = Array.from({ length: count }, (_, at) =>
        shareOf(all, sizeOf, { index: at + 1, count }).map(({ id }) => id),
      );
      expect(shares.flat().sort()).toEqual(all.map(({ id }) => id).sort());
      const reversed = shareOf(all.toReversed(), sizeOf, { index: 1, count }).map(({ id }) => id);
      expect(reversed.sort()).toEqual(shares[0]?.sort());
    }),
  );
});

test('shares are as even as the largest handbook lets them be', () => {
  fc.assert(
    fc.property(books, fc.integer({ min: 1, max: 12 }), (all, count) => {
      const loads = Array.from({ length: count }, (_, at) =>
        shareOf(all, sizeOf, { index: at + 1, count }).reduce((sum, { size }) => sum + size + 1, 0),
      );
      const largest = Math.max(0, ...all.map(({ size }) => size + 1));
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
    }),
  );
});

test.for([
  ['3/8', { index: 3, count: 8 }],
  ['1/1', { index: 1, count: 1 }],
  ['0/8', undefined],
  ['9/8', undefined],
  ['3', undefined],
  ['3/0', undefined],
  ['-1/2', undefined],
] as const)('“%s” as a share', ([text, expected]) => {
  expect(parseShard(text)).toEqual(expected);
});
