import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import type { Parts } from '../../../src/share/slides/mend-package.ts';
import { packParts } from '../../../src/share/slides/pack.ts';
import { packedAt } from '../../../src/share/zip-time.ts';

/** Pack parts with fflate's own archive. */
function zipped(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of parts)
    files[name] =
      typeof part === 'string'
        ? [strToU8(part), { level: 6, mtime: packedAt() }]
        : [part, { level: 0, mtime: packedAt() }];
  return zipSync(files);
}

const deck = (words: string): Parts =>
  new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', '<Types/>'.repeat(40)],
    ['ppt/theme/theme1.xml', `<a:theme name="宋">${'<a:font/>'.repeat(300)}</a:theme>`],
    ['ppt/slides/slide1.xml', `<p:sld>${words}</p:sld>`],
    ['ppt/media/image1.png', Uint8Array.from({ length: 70_000 }, (_, at) => (at * at) % 251)],
    ['docProps/core.xml', ''],
  ]);

test('decks have the bytes of an archive by fflate, also where they share parts', () => {
  for (const words of ['先问再答', '先算再签', '先问再答'])
    expect(Buffer.compare(packParts(deck(words)), zipped(deck(words)))).toBe(0);
});
