import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { box, openFace } from '../../../src/share/card/face.ts';
import { lackingGlyphs } from '../../../src/share/card/lacking.ts';
import { isCommonGlyph } from '../../../src/share/card/common-glyphs.ts';
import { faceFiles, mayHave, surelyHas } from '../../../src/share/card/typefaces.ts';
import { charactersOf } from '../../../src/share/card/woff2-characters.ts';

test('what is said to be lacking is just what cards draw as a box', async () => {
  const sample = [...'稳餐廳劐猸杗姅ⅠⅫαЖé✔☎😀👍𠮷㐱①㈠→≥€한글\ue123\u{30000}'];
  const face = await openFace(400, sample);
  expect([...lackingGlyphs(sample)]).toEqual(sample.filter((character) => face.glyph(character) === box));
});

test('a typeface has every Han character that its table alone vouches for', () => {
  const vouching = faceFiles('zh-Hans', 400).filter(({ hasAllHan }) => hasAllHan);
  let vouched = 0;
  for (const file of vouching) {
    const has = charactersOf(readFileSync(file.path));
    for (const [first, last] of file.ranges)
      for (let code = first; code <= last; code += 1) {
        if (!surelyHas(file, code)) continue;
        vouched += 1;
        if (!has.has(code)) expect.unreachable(`${file.path} lacks ${String.fromCodePoint(code)}`);
      }
  }
  expect(vouched).toBeGreaterThan(10_000);
});

test('a character that counts as common is one that some typeface has', () => {
  const read = new Map<string, Set<number>>();
  const has = (path: string, code: number): boolean => {
    const characters = read.get(path) ?? charactersOf(readFileSync(path));
    read.set(path, characters);
    return characters.has(code);
  };
  const common = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) =>
    isCommonGlyph(String.fromCharCode(code)),
  );
  const files = faceFiles('zh-Hans', 400);
  const lacked = common.filter((code) => !files.some((file) => mayHave(file, code) && has(file.path, code)));
  expect(String.fromCharCode(...lacked)).toBe('');
  expect(common.length).toBeGreaterThan(7_300);
});
