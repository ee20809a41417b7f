import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chunksWith,
  chunkWith,
  compareTokens,
  encodeChunk,
  readChunk,
} from '../../../src/search/format/chunk.ts';

const words = fc.uniqueArray(
  fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), fc.uint8Array({ maxLength: 300 })),
  { selector: ([token]) => token, maxLength: 300 },
);

test('a chunk gives back its tokens and their bytes', () => {
  fc.assert(
    fc.property(words, (all) => {
      expect([...readChunk(encodeChunk(all))]).toEqual(all.map(([token, bytes]) => [token, bytes]));
    }),
  );
});

test('tokens are in the order of their UTF-8 bytes, the rare Han characters beyond U+FFFF last', () => {
  const tokens = ['𠀀', '￥', '客户', '客', 'a', '户'];
  const byBytes = tokens.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(tokens.toSorted(compareTokens)).toEqual(byBytes);
  expect(byBytes.at(-1)).toBe('𠀀');
});

test('finds the chunk of a token, and those of a beginning', () => {
  const firsts = ['a', '客', '客户', '客质', '户'];
  expect(['a', 'b', '客人', '客户', '客手', '户口', '龟'].map((token) => chunkWith(token, firsts))).toEqual([
    0, 0, 1, 2, 2, 4, 4,
  ]);
  expect(chunksWith('客', firsts)).toEqual([1, 2, 3]);
  expect(chunksWith('户', firsts)).toEqual([4]);
});
