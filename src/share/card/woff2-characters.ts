import { brotliDecompressSync } from 'node:zlib';

/** Known table tags of WOFF2 by their number; 63 is any other, written out. */
const cmapTag = 0;
const transformed = new Set([10, 11]);

/** A number in seven-bit groups (UIntBase128 of the WOFF2 specification). */
function readBase128(data: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (let next = at; ; next += 1) {
    const byte = data.readUInt8(next);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, next + 1];
  }
}

/** The `cmap` table of a WOFF2 font, without unpacking its outlines. */
function cmapOf(data: Buffer): Buffer {
  const count = data.readUInt16BE(12);
  const size = data.readUInt32BE(20);
  let at = 48;
  let offset = 0;
  let found: [start: number, length: number] | undefined;
  for (let table = 0; table < count; table += 1) {
    const flags = data.readUInt8(at);
    at += 1;
    const tag = flags & 0x3f;
    if (tag === 63) at += 4;
    let length: number;
    [length, at] = readBase128(data, at);
    // Outlines and their index are stored another way unless version 3 says otherwise; others only if it isn't 0.
    const other = transformed.has(tag) ? flags >> 6 !== 3 : flags >> 6 !== 0;
    if (other) [length, at] = readBase128(data, at);
    if (tag === cmapTag) found = [offset, length];
    offset += length;
  }
  if (!found) return Buffer.alloc(0);
  const [start, length] = found;
  return brotliDecompressSync(data.subarray(at, at + size)).subarray(start, start + length);
}

function addFormat4(cmap: Buffer, start: number, codes: Set<number>): void {
  const segments = cmap.readUInt16BE(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const last = cmap.readUInt16BE(ends + segment * 2);
    const first = cmap.readUInt16BE(starts + segment * 2);
    for (let code = first; code <= last && code < 0xffff; code += 1) codes.add(code);
  }
}

function addFormat12(cmap: Buffer, start: number, codes: Set<number>): void {
  const groups = cmap.readUInt32BE(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const at = start + 16 + group * 12;
    for (let code = cmap.readUInt32BE(at); code <= cmap.readUInt32BE(at + 4); code += 1) codes.add(code);
  }
}

/** Code points that a WOFF2 font has glyphs for. */
export function charactersOf(woff2: Buffer): Set<number> {
  const cmap = cmapOf(woff2);
  const codes = new Set<number>();
  const tables = cmap.length === 0 ? 0 : cmap.readUInt16BE(2);
  for (let table = 0; table < tables; table += 1) {
    const start = cmap.readUInt32BE(4 + table * 8 + 4);
    const format = cmap.readUInt16BE(start);
    if (format === 4) addFormat4(cmap, start, codes);
    if (format === 12) addFormat12(cmap, start, codes);
  }
  return codes;
}
