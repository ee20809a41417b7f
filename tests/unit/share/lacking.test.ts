import { expect, test } from 'vitest';
import { box, openFace } from '../../../src/share/card/face.ts';
import { lackingGlyphs } from '../../../src/share/card/lacking.ts';

test('what is said to be lacking is just what cards draw as a box', async () => {
  const sample = [...'稳餐廳劐猸杗姅ⅠⅫαЖé✔☎😀👍𠮷㐱①㈠→≥€한글\ue123\u{30000}'];
  const face = await openFace(400, sample);
  expect([...lackingGlyphs(sample)]).toEqual(sample.filter((character) => face.glyph(character) === box));
});
