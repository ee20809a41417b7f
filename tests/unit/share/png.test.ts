import { Resvg } from '@resvg/resvg-js';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { encodePng, toIndexed } from '../../../src/share/png.ts';

const draw = (svg: string) =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80">${svg}</svg>`).render();
const paper = '<rect width="120" height="80" fill="#f7f1e3"/>';

test('a picture of few colours comes back pixel by pixel from a palette, in fewer bytes', () => {
  const picture = draw(`${paper}<circle cx="50" cy="40" r="31.5" fill="#a3262a"/>`);
  const indexed = toIndexed(picture.pixels, picture.width, picture.height);
  if (!indexed) throw new Error('This picture has more colours than a palette holds.');
  const bytes = encodePng(indexed);
  expect(PNG.sync.read(bytes).data.equals(picture.pixels)).toBe(true);
  expect(bytes.length).toBeLessThan(picture.asPng().length);
});

test('a picture of more than 256 colours has no palette', () => {
  const gradient =
    '<defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset=".5" stop-color="#0f0"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="120" height="80" fill="url(#g)"/><rect y="40" width="120" height="40" fill="#fff" opacity=".5"/><rect y="60" width="120" height="20" fill="#000" opacity=".5"/>';
  const picture = draw(paper + gradient);
  expect(toIndexed(picture.pixels, picture.width, picture.height)).toBeUndefined();
});
