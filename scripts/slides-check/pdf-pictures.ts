import { inflateSync } from 'node:zlib';
import { nameOf, type Dictionary, type PdfObject, type Value } from './pdf-objects.ts';
import { qrInPicture, qrInPixels, type Pixels } from './qr-in-picture.ts';

type Resolve = (value: Value | undefined) => Value;

/** Text of the QR code in a picture of a PDF: JPEG, or deflated samples in grey, RGB or with a palette. */
export function qrInPdfPicture(
  picture: PdfObject,
  resolve: Resolve,
  find: (value: Value | undefined) => PdfObject | undefined,
): string | undefined {
  const dictionary = picture.value as Dictionary;
  if (picture.stream === undefined) return undefined;
  const filters = [resolve(dictionary.get('Filter'))].flat().map((filter) => nameOf(filter));
  try {
    if (filters.join() === 'DCTDecode') return qrInPicture(picture.stream);
    if (filters.join() === 'FlateDecode,DCTDecode') return qrInPicture(inflateSync(picture.stream));
    if (filters.join() !== 'FlateDecode') return undefined;
    const pixels = samples(inflateSync(picture.stream), dictionary, resolve, find);
    return pixels && qrInPixels(pixels);
  } catch {
    // A damaged picture holds no readable code.
    return undefined;
  }
}

function samples(
  data: Uint8Array,
  dictionary: Dictionary,
  resolve: Resolve,
  find: (value: Value | undefined) => PdfObject | undefined,
): Pixels | undefined {
  const number = (from: Dictionary, key: string, usual: number) => {
    const value = resolve(from.get(key));
    return typeof value === 'number' ? value : usual;
  };
  const width = number(dictionary, 'Width', 0);
  const height = number(dictionary, 'Height', 0);
  const bits = resolve(dictionary.get('ImageMask')) === true ? 1 : number(dictionary, 'BitsPerComponent', 8);
  const space = resolve(dictionary.get('ColorSpace'));
  const { channels, palette } = colorSpace(space, resolve, find);
  if (![1, 2, 4, 8].includes(bits) || width * height === 0) return undefined;
  const stride = Math.ceil((width * channels * bits) / 8);
  const parameters = resolve(dictionary.get('DecodeParms'));
  const predicted = parameters instanceof Map && number(parameters, 'Predictor', 1) >= 10;
  const raw = predicted ? unpredict(data, stride, Math.max(1, (channels * bits) >> 3)) : data;
  const decode = resolve(dictionary.get('Decode'));
  const inverted = Array.isArray(decode) && decode[0] === 1;
  const pixels = new Uint8Array(width * height * 4);
  const most = (1 << bits) - 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const value = (channel: number) => {
        const bit = (x * channels + channel) * bits;
        const byte = raw[y * stride + (bit >> 3)] ?? 0;
        const sample = (byte >> (8 - bits - (bit & 7))) & most;
        return inverted ? most - sample : sample;
      };
      for (let channel = 0; channel < 3; channel += 1) {
        if (palette !== undefined) pixels[at + channel] = palette[value(0) * 3 + channel] ?? 0;
        else if (channels === 3) pixels[at + channel] = (value(channel) * 255) / most;
        else if (channels === 1) pixels[at + channel] = (value(0) * 255) / most;
        else pixels[at + channel] = 255 - Math.min(255, value(channel) + value(3));
      }
      pixels[at + 3] = 255;
    }
  }
  return { width, height, data: pixels };
}

/** Channels of a colour space, and its colours in RGB where it is a palette. */
function colorSpace(
  space: Value,
  resolve: Resolve,
  find: (value: Value | undefined) => PdfObject | undefined,
): { channels: number; palette?: Uint8Array } {
  const simple = (value: Value): number => {
    const [kind, parameter] = Array.isArray(value) ? value : [value];
    const name = nameOf(resolve(kind));
    if (name === 'ICCBased') {
      const profile = resolve(parameter);
      const count = profile instanceof Map ? resolve(profile.get('N')) : 3;
      return typeof count === 'number' ? count : 3;
    }
    return name === 'DeviceRGB' || name === 'CalRGB' ? 3 : name === 'DeviceCMYK' ? 4 : 1;
  };
  if (Array.isArray(space) && nameOf(resolve(space[0])) === 'Indexed') {
    const table = find(space[3]);
    const colors =
      table?.stream === undefined
        ? Buffer.from(String(resolve(space[3])), 'latin1')
        : inflateSync(table.stream);
    if (simple(resolve(space[1])) === 3) return { channels: 1, palette: colors };
    const rgb = new Uint8Array(colors.length * 3);
    colors.forEach((grey, index) => rgb.fill(grey, index * 3, index * 3 + 3));
    return { channels: 1, palette: rgb };
  }
  return { channels: simple(space) };
}

/** Undo the row filters of PNG (RFC 2083, section 6). */
function unpredict(data: Uint8Array, stride: number, pixel: number): Uint8Array {
  const rows = Math.floor(data.length / (stride + 1));
  const out = new Uint8Array(rows * stride);
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (stride + 1)];
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column >= pixel ? out[at - pixel]! : 0;
      const up = row > 0 ? out[at - stride]! : 0;
      const corner = row > 0 && column >= pixel ? out[at - stride - pixel]! : 0;
      const base = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (data[row * (stride + 1) + 1 + column]! + base) & 0xff;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)] as const;
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
