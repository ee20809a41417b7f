import { decodeName } from '../text/decode-name.ts';
import { damaged, tooLarge } from './zip-errors.ts';

/** A file in an archive, as the directory lists it. */
export interface ZipEntry {
  name: string;
  /** 0 for stored, 8 for deflated. */
  method: number;
  encrypted: boolean;
  crc: number;
  /** Bytes in the archive, and unpacked. */
  packed: number;
  size: number;
  /** Where its local header starts. */
  offset: number;
}

/** More files than this have no place in a book. */
const maxEntries = 20_000;
/** Signatures and lengths of the records that are read, in bytes (APPNOTE.TXT, 4.3.12 and 4.3.16). */
const [headerMark, headerLength] = [0x02014b50, 46];
const [endMark, endLength] = [0x06054b50, 22];
const maxComment = 0xffff;
/** A number that is in the extra field of this id instead. */
const [inExtraField, zip64] = [0xffffffff, 1];

/**
 * Read the central directory, the archive's own list of its files (APPNOTE.TXT, 4.3.12).
 * @throws InputError if it is damaged or has too many files
 */
export function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > maxEntries) throw tooLarge();
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + headerLength > bytes.length || bytes.readUInt32LE(at) !== headerMark) throw damaged();
    const flags = bytes.readUInt16LE(at + 8);
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = at + headerLength + nameLength;
    const [size, packed, offset] = widen(
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
      bytes.subarray(extra, extra + extraLength),
    );
    entries.push({
      name: decodeName(bytes.subarray(at + headerLength, extra))
        .replaceAll('\\', '/')
        .replace(/^\.?\/+/, ''),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (flags & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    });
    at = extra + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

type Sizes = [size: number, packed: number, offset: number];

/**
 * Sizes and offset of an entry, of which those that need 64 bits are in an extra field (ZIP64; APPNOTE.TXT, 4.5.3). Their
 * own fields have all bits set.
 */
function widen(sizes: Sizes, extra: Buffer): Sizes {
  if (!sizes.includes(inExtraField)) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== zip64) continue;
    let from = at + 4;
    return sizes.map((value) => {
      if (value !== inExtraField || from + 8 > extra.length) return value;
      from += 8;
      return Number(extra.readBigUInt64LE(from - 8));
    }) as Sizes;
  }
  return sizes;
}

/** Where the end-of-directory record starts. A comment of up to 64 KB follows it; its length is in the record. */
function findEnd(bytes: Buffer): number {
  let last: number | undefined;
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - maxComment); at -= 1) {
    if (bytes.readUInt32LE(at) !== endMark) continue;
    if (at + endLength + bytes.readUInt16LE(at + 20) === bytes.length) return at;
    last ??= at;
  }
  if (last === undefined) throw damaged();
  return last;
}
