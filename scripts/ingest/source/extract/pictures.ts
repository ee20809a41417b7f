import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import jpeg from 'jpeg-js';
import { pictureSize, type PictureSize } from './picture-size.ts';

/** Wider pictures are made this wide: twice a column of text. */
const maxWidth = 1400;
const maxHeight = 4000;
/** Pixels of a picture that is read at all. */
const maxPixels = 40_000_000;
const maxBytes = 30_000_000;
/** A picture of more than so many pixels has so many bytes for each; one that has fewer is made to fill a machine. */
const [manyPixels, minBytesPerPixel] = [6_000_000, 1 / 300];
const maxPictures = 2000;
/** Smaller ones are rules, bullets and spacers. */
const minSide = 24;
const jpegQuality = 82;

/**
 * Keep a picture of the file. It is redrawn, so that only its pixels get through, and named after its pixels and
 * size.
 * @param pictures the pictures kept so far; the new one is added
 * @returns the name, or the reason why it can't be kept
 */
export function keepPicture(
  pictures: Map<string, Uint8Array>,
  bytes: Uint8Array,
): { name: string } | { left: string } {
  const size = pictureSize(bytes);
  if (!size) return { left: 'pictures that are neither PNG, JPEG, GIF nor WebP' };
  if (size.width < minSide || size.height < minSide) return { left: 'ornaments' };
  const pixels = size.width * size.height;
  const bomb = pixels > manyPixels && bytes.length < pixels * minBytesPerPixel;
  if (bomb || pixels > maxPixels || bytes.length > maxBytes || pictures.size >= maxPictures)
    return { left: 'pictures too large or too many to keep' };
  const drawn = draw(bytes, size);
  if (!drawn) return { left: 'damaged pictures' };
  const hash = createHash('sha256').update(drawn.bytes).digest('hex').slice(0, 20);
  const { width, height } = drawn;
  const name = `pictures/${hash}-${width}x${height}.${size.kind === 'jpeg' ? 'jpg' : 'png'}`;
  pictures.set(name, drawn.bytes);
  return { name };
}

interface Drawn {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** A picture's pixels in a file of their own; `undefined` where it can't be decoded. */
function draw(bytes: Uint8Array, { kind, width, height }: PictureSize): Drawn | undefined {
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><image width="${w}" height="${h}" preserveAspectRatio="none" href="data:image/${kind};base64,${data}"/></svg>`;
  try {
    const image = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: 'off' }).render();
    const pixels = image.pixels;
    // What can't be decoded is drawn as nothing at all.
    if (!pixels.some((value) => value !== 0)) return undefined;
    const drawn = { width: image.width, height: image.height };
    if (kind === 'jpeg')
      return { ...drawn, bytes: jpeg.encode({ ...drawn, data: pixels }, jpegQuality).data };
    return { ...drawn, bytes: image.asPng() };
  } catch {
    return undefined;
  }
}
