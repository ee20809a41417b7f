import jpeg from 'jpeg-js';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { bounds } from './bounds.ts';

/** Pixels of a picture, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Longest side of a picture that is searched, in pixels. Larger ones are shrunk. */
const maxSide = 1600;

/** Text of the QR code in a PNG or JPEG; `undefined` if there is none or the picture is of another kind. */
export function qrInPicture(bytes: Uint8Array): string | undefined {
  const pixels = decodePicture(bytes);
  return pixels && qrInPixels(pixels);
}

/** Text of the QR code in a picture's pixels. */
export function qrInPixels(picture: Pixels): string | undefined {
  const { width, height, data } = onWhite(shrink(picture));
  return jsQR(data, width, height)?.data || undefined;
}

function decodePicture(bytes: Uint8Array): Pixels | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = sizeOf(buffer);
    if (size === undefined || size.width * size.height > bounds.pixels) return undefined;
    if (buffer.subarray(1, 4).toString('latin1') === 'PNG') return PNG.sync.read(buffer);
    if (buffer[0] === 0xff && buffer[1] === 0xd8)
      return jpeg.decode(buffer, { useTArray: true, maxMemoryUsageInMB: 256 });
  } catch {
    // A damaged picture holds no readable code.
  }
  return undefined;
}

/** Width and height from the head of a PNG or JPEG, before anything is decoded. */
function sizeOf(buffer: Buffer): { width: number; height: number } | undefined {
  if (buffer.subarray(1, 4).toString('latin1') === 'PNG')
    return buffer.length < 24
      ? undefined
      : { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
  for (let at = 2; at + 9 < buffer.length && buffer[at] === 0xff;) {
    const marker = buffer[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: buffer.readUInt16BE(at + 7), height: buffer.readUInt16BE(at + 5) };
    at += 2 + buffer.readUInt16BE(at + 2);
  }
  return undefined;
}

/** Take every n-th pixel of a large picture. */
function shrink(picture: Pixels): Pixels {
  const step = Math.ceil(Math.max(picture.width, picture.height) / maxSide);
  if (step === 1) return picture;
  const width = Math.floor(picture.width / step);
  const height = Math.floor(picture.height / step);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * step * picture.width + x * step) * 4;
      data.set(picture.data.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** A picture on a white ground, without transparency. */
function onWhite({ width, height, data }: Pixels): {
  width: number;
  height: number;
  data: Uint8ClampedArray;
} {
  const opaque = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const opacity = data[at + 3]! / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      opaque[at + channel] = data[at + channel]! * opacity + 255 * (1 - opacity);
    }
    opaque[at + 3] = 255;
  }
  return { width, height, data: opaque };
}
