import { createHash } from 'node:crypto';
import jpeg from 'jpeg-js';
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';

/** A picture as a page shows it, in points from the page's top. */
export interface PagePicture {
  /** As a file of its own; `undefined` for one that can't be read. */
  bytes: Uint8Array | undefined;
  /** Of its pixels. */
  hash: string;
  page: number;
  top: number;
  bottom: number;
  /** It fills the page: a scan, a background or a cover. */
  whole: boolean;
}

/** A transformation of the plane, as PDF writes it. */
type Matrix = [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** A picture that is shown smaller than this, in points, is a rule, a bullet or an icon in a line. */
const minSide = 30;
/** A picture that is wider and higher than these shares of its page fills it. */
const wholeShare = 0.85;
/** Milliseconds that a picture's pixels are waited for. */
const maxWaitMs = 3000;

/** Decoded pixels: one bit a pixel, red-green-blue, or the same with alpha. */
interface Pixels {
  width: number;
  height: number;
  kind: 1 | 2 | 3;
  data: Uint8Array | Uint8ClampedArray;
}

/** Where the next thing is drawn, as operators move and turn the plane. */
class Placing {
  matrix: Matrix = identity;
  private readonly saved: Matrix[] = [];

  follow(operator: number, args: unknown[]): void {
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) this.saved.push(this.matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      this.matrix = this.saved.pop() ?? identity;
    if (operator === OPS.transform) this.matrix = multiply(this.matrix, args as unknown as Matrix);
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(args[0]))
      this.matrix = multiply(this.matrix, args[0] as unknown as Matrix);
  }

  /** How far the unit square reaches to the right (0) or upwards (1). */
  reach(axis: 0 | 1): number {
    return Math.abs(this.matrix[axis]) + Math.abs(this.matrix[axis + 2] ?? 0);
  }

  /** The upper edge of the unit square. */
  get upper(): number {
    return this.matrix[5] + Math.max(0, this.matrix[1]) + Math.max(0, this.matrix[3]);
  }
}

/** The pictures of a page from top to bottom. */
export async function readPagePictures(page: PDFPageProxy, number: number): Promise<PagePicture[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const pictures: PagePicture[] = [];
  const placing = new Placing();
  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as unknown[];
    placing.follow(operator, args);
    if (operator !== OPS.paintImageXObject) continue;
    const [width, height] = [placing.reach(0), placing.reach(1)];
    if (width < minSide || height < minSide) continue;
    const pixels = await pixelsOf(page, String(args[0]));
    pictures.push({
      bytes: pixels && toFile(pixels),
      hash: createHash('sha256')
        .update(pixels?.data ?? `${number} ${index}`)
        .digest('hex'),
      page: number,
      top: top - placing.upper,
      bottom: top - placing.upper + height,
      whole: width > wholeShare * (right - left) && height > wholeShare * (top - bottom),
    });
  }
  return pictures.sort((a, b) => a.top - b.top);
}

function multiply([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Pixels that PDF.js has decoded; what pages have in common it keeps in another place. */
function pixelsOf(page: PDFPageProxy, id: string): Promise<Pixels | undefined> {
  const store = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    // They come after the commands that draw them; those of a damaged picture may never come.
    const timer = setTimeout(() => resolve(undefined), maxWaitMs);
    store.get(id, (value: unknown) => {
      clearTimeout(timer);
      resolve(isPixels(value) ? value : undefined);
    });
  });
}

function isPixels(value: unknown): value is Pixels {
  const { width, height, kind, data } = (value ?? {}) as Partial<Pixels>;
  return width !== undefined && height !== undefined && data !== undefined && kind !== undefined;
}

/** Colours of a picture that is drawn, not photographed, are fewer than this in a sample. */
const [manyColors, sampled] = [2000, 20_000];

/** Pixels as a PNG, or as a JPEG if they are a photograph. */
function toFile(pixels: Pixels): Uint8Array {
  const { width, height } = pixels;
  const png = new PNG({ width, height });
  let opaque = true;
  for (let i = 0; i < width * height; i += 1) {
    const [r, g, b, alpha] = pixelAt(pixels, i);
    png.data.set([r, g, b, alpha], 4 * i);
    if (alpha < 255) opaque = false;
  }
  if (opaque && isPhotograph(png)) return jpeg.encode({ width, height, data: png.data }, 90).data;
  return PNG.sync.write(png, { deflateLevel: 1 });
}

function pixelAt({ width, kind, data }: Pixels, i: number): [number, number, number, number] {
  if (kind === 3) return [data[4 * i] ?? 0, data[4 * i + 1] ?? 0, data[4 * i + 2] ?? 0, data[4 * i + 3] ?? 0];
  if (kind === 2) return [data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0, 255];
  // A row begins on a new byte.
  const [x, y] = [i % width, Math.floor(i / width)];
  const byte = data[y * ((width + 7) >> 3) + (x >> 3)] ?? 0;
  const value = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
  return [value, value, value, 255];
}

function isPhotograph({ width, height, data }: PNG): boolean {
  const colors = new Set<number>();
  const step = Math.max(1, Math.floor((width * height) / sampled));
  for (let i = 0; i < width * height; i += step) colors.add(data.readUIntBE(4 * i, 3));
  return colors.size > manyColors;
}
