import { expect, test } from 'vitest';
import { seededRandom } from '../../../samples/random.ts';
import { encoded } from '../../../scripts/fuzz/encodings.ts';

test('a text for the fuzzer is encoded as decoders read it', () => {
  const text = '第一章 換茶，㐱𠮷。\n茶一天換三次。';
  const read = new Map<string, string>();
  for (let seed = 0; seed < 60; seed += 1) {
    const bytes = encoded(text, seededRandom(seed));
    for (const encoding of ['gb18030', 'big5', 'utf-16le', 'utf-16be']) {
      const found = new TextDecoder(encoding).decode(bytes);
      if (found.includes('茶一天換三次')) read.set(encoding, found);
    }
  }
  expect(Object.fromEntries(read)).toEqual({
    gb18030: text,
    big5: text.replace(/㐱|𠮷/gu, '?'),
    'utf-16le': text,
    'utf-16be': text,
  });
});
