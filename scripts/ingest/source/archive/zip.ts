import { crc32, inflateRawSync } from 'node:zlib';
import { InputError } from '../../input-error.ts';
import { decodeName } from '../text/decode-name.ts';
import { decodeXml } from './decode-xml.ts';

interface Entry {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header starts. */
  offset: number;
}

/** More files than this have no place in a book. */
const maxEntries = 20_000;
/** One file in it may unpack to this many bytes, and all that are read together to that many. */
const maxEntry = 100_000_000;
const maxTotal = 300_000_000;
/** Text packs to a tenth; what packs better than this, and is large, is made to fill a machine's memory. */
const maxRatio = 400;
const ratioFloor = 2_000_000;

/** A ZIP archive: a Word document or an EPUB. Files are unpacked when they are asked for, and never written to disk. */
export class Zip {
  private readonly bytes: Buffer;
  private readonly entries = new Map<string, Entry>();
  /** Names as they are, by themselves in small letters. */
  private readonly inSmallLetters = new Map<string, string>();
  private total = 0;

  /** @throws InputError if it is damaged, cut or encrypted */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const entry of readDirectory(this.bytes)) {
      if (this.entries.has(entry.name)) continue;
      this.entries.set(entry.name, entry);
      this.inSmallLetters.set(entry.name.toLowerCase(), entry.name);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /**
   * The bytes of a file in it; `undefined` if there is none of that name.
   * @throws InputError if it is damaged, encrypted or far too large
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.find(name);
    if (!entry) return undefined;
    if (entry.encrypted)
      throw new InputError('The file is encrypted. Remove its password, save it, and give that.');
    const { bytes } = this;
    const nameLength = entry.offset + 30 <= bytes.length ? bytes.readUInt16LE(entry.offset + 26) : 0;
    const extraLength = entry.offset + 30 <= bytes.length ? bytes.readUInt16LE(entry.offset + 28) : 0;
    const start = entry.offset + 30 + nameLength + extraLength;
    if (start + entry.packed > bytes.length) throw damaged();
    const packed = bytes.subarray(start, start + entry.packed);
    const limit = Math.min(maxEntry, maxTotal - this.total);
    if (
      entry.size > limit ||
      (entry.size > ratioFloor && entry.size > maxRatio * entry.packed && entry.method !== 0)
    )
      throw tooLarge();
    const unpacked = unpack(packed, entry, limit);
    this.total += unpacked.length;
    return unpacked;
  }

  /** A file in it as text, in the encoding that it names. */
  readText(name: string): string | undefined {
    const bytes = this.read(name);
    return bytes && decodeXml(bytes);
  }

  /** Some programs write names with other capitals than they refer to them by. */
  private find(name: string): Entry | undefined {
    return this.entries.get(name) ?? this.entries.get(this.inSmallLetters.get(name.toLowerCase()) ?? '');
  }
}

function unpack(packed: Buffer, { method, crc, size }: Entry, limit: number): Uint8Array {
  let unpacked: Uint8Array;
  if (method === 0) unpacked = packed;
  else if (method === 8) {
    try {
      unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(limit, size + 1)) });
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged();
    }
  } else throw damaged();
  if (unpacked.length > limit) throw tooLarge();
  if (unpacked.length !== size || crc32(unpacked) !== crc) throw damaged();
  return unpacked;
}

/** The archive's own list of its files, at its end. */
function readDirectory(bytes: Buffer): Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > maxEntries) throw tooLarge();
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const flags = bytes.readUInt16LE(at + 8);
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = at + 46 + nameLength;
    const [size, packed, offset] = widen(
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
      bytes.subarray(extra, extra + extraLength),
    );
    entries.push({
      name: decodeName(bytes.subarray(at + 46, extra))
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
 * Numbers that are too large for their fields, or that their writer didn't know yet, are in an extra field of
 * 64 bits each, in this order.
 */
function widen(sizes: Sizes, extra: Buffer): Sizes {
  if (!sizes.includes(0xffffffff)) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    return sizes.map((value) => {
      if (value !== 0xffffffff || from + 8 > extra.length) return value;
      from += 8;
      return Number(extra.readBigUInt64LE(from - 8));
    }) as Sizes;
  }
  return sizes;
}

/** Where the record at the archive's end starts. A comment of up to 64 KB follows it, whose length it tells. */
function findEnd(bytes: Buffer): number {
  let last: number | undefined;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
    last ??= at;
  }
  if (last === undefined) throw damaged();
  return last;
}

function damaged(): InputError {
  return new InputError(
    'The file is damaged or was cut off: it is a ZIP archive that can’t be unpacked. Get another copy of it.',
  );
}

function tooLarge(): InputError {
  return new InputError('The file unpacks to far more than a book has. It was not read.');
}
