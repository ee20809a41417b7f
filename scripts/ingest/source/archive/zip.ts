import { crc32, inflateRawSync } from 'node:zlib';
import { InputError } from '../../input-error.ts';
import { decodeXml } from './decode-xml.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';
import { damaged, tooLarge } from './zip-errors.ts';

/** Bytes that one file may unpack to, and all files together. */
const maxEntry = 100_000_000;
const maxTotal = 300_000_000;
/** Text packs to a tenth; what packs better than this, and is large, is made to fill a machine's memory. */
const maxRatio = 400;
const ratioFloor = 2_000_000;

/** Length of the header right before a file's bytes, without its name and extra field (APPNOTE.TXT, 4.3.7). */
const localLength = 30;

/** A ZIP archive: a Word document or an EPUB. Files are unpacked when they are asked for, and never written to disk. */
export class Zip {
  private readonly bytes: Buffer;
  private readonly entries = new Map<string, ZipEntry>();
  /** Names, by the same in small letters. */
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
    const nameLength = entry.offset + localLength <= bytes.length ? bytes.readUInt16LE(entry.offset + 26) : 0;
    const extraLength =
      entry.offset + localLength <= bytes.length ? bytes.readUInt16LE(entry.offset + 28) : 0;
    const start = entry.offset + localLength + nameLength + extraLength;
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
  private find(name: string): ZipEntry | undefined {
    return this.entries.get(name) ?? this.entries.get(this.inSmallLetters.get(name.toLowerCase()) ?? '');
  }
}

function unpack(packed: Buffer, { method, crc, size }: ZipEntry, limit: number): Uint8Array {
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
