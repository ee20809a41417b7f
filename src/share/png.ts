import { crc32, deflateSync } from 'node:zlib';

/** A picture whose pixels are numbers of colours in a palette. */
export interface IndexedPicture {
  width: number;
  height: number;
  /** Bits a pixel. */
  depth: 1 | 8;
  /** Red, green and blue of each colour, one after the other; without it, depth 1 is black (0) and white (1). */
  palette?: Uint8Array;
  /** Rows from the top, each a byte 0 (“not filtered”) and then its pixels, the first in the highest bits. */
  rows: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const greyscale = 0;
const indexed = 3;

/** Write a picture as PNG (ISO/IEC 15948), as its pixels are. */
export function encodePng({ width, height, depth, palette, rows }: IndexedPicture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = palette ? indexed : greyscale;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * The colours of an opaque picture as a palette, without loss.
 *
 * @param pixels red, green, blue and alpha of each pixel, row by row
 * @returns `undefined` if there are more colours than a palette holds, 256
 */
export function toIndexed(pixels: Uint8Array, width: number, height: number): IndexedPicture | undefined {
  const colours = inWords(pixels);
  const numbers = new Map<number, number>();
  const rows = new Uint8Array(height * (width + 1));
  let last = -1;
  let number = 0;
  for (let y = 0, from = 0; y < height; y += 1) {
    for (const end = from + width; from < end;) {
      const colour = colours[from] ?? 0;
      if (colour !== last) {
        number = numbers.get(colour) ?? numbers.size;
        if (number > 255) return undefined;
        numbers.set(colour, number);
        last = colour;
      }
      const start = from;
      do from += 1;
      while (from < end && colours[from] === last);
      // Rows are full of the first colour already, and most of a picture has it: its paper.
      if (number > 0) rows.fill(number, start + y + 1, from + y + 1);
    }
  }
  const palette = new Uint8Array(numbers.size * 3);
  const bytes = new Uint8Array(Uint32Array.from(numbers.keys()).buffer);
  for (let at = 0; at < numbers.size; at += 1) palette.set(bytes.subarray(at * 4, at * 4 + 3), at * 3);
  return { width, height, depth: 8, palette, rows };
}

/** The same bytes, four to a number; a copy of them if they don't begin at a whole word. */
function inWords(bytes: Uint8Array): Uint32Array {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint32Array(whole.buffer, whole.byteOffset, whole.length / 4);
}
