import { crc32 } from 'node:zlib';
import { deflateSync, strToU8 } from 'fflate';
import { remember } from '../../lib/remember.ts';
import { packedAt } from '../zip-time.ts';
import type { Parts } from './mend-package.ts';

/** A part as an archive holds it. */
interface Packed {
  data: Uint8Array;
  size: number;
  crc: number;
  /** 0 stored, 8 deflated. */
  method: 0 | 8;
}

/** Deflated in JavaScript, which makes the same bytes on every machine. */
function deflate(text: string): Packed {
  const bytes = strToU8(text);
  return { data: deflateSync(bytes, { level: 6 }), size: bytes.length, crc: crc32(bytes), method: 8 };
}

const store = (data: Uint8Array): Packed => ({ data, size: data.length, crc: crc32(data), method: 0 });

/** Masters, layouts and themes are alike in hundreds of decks, and most of the bytes of each. */
const deflateShared = remember(deflate);
const isOfOneSlide = (name: string): boolean => /^(?:docProps|ppt\/(?:slides|notesSlides))\//.test(name);

const localLength = 30;
const centralLength = 46;
const endLength = 22;

/**
 * Pack a presentation's parts: pictures as they are, text deflated.
 * @see PKWARE's APPNOTE.TXT, 4.3: a local header before each file, then the central directory and its end
 */
export function packParts(parts: Parts): Uint8Array {
  const files = [...parts].map(([name, part]) => ({
    name: Buffer.from(name),
    packed: typeof part !== 'string' ? store(part) : isOfOneSlide(name) ? deflate(part) : deflateShared(part),
  }));
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed } of files) {
    const local = Buffer.alloc(localLength);
    local.writeUInt32LE(0x04034b50, 0);
    writeFacts(local, 4, name.length, packed);
    const central = Buffer.alloc(centralLength);
    central.writeUInt32LE(0x02014b50, 0);
    central[4] = 20;
    writeFacts(central, 6, name.length, packed);
    central.writeUInt32LE(offset, 42);
    chunks.push(local, name, Buffer.from(packed.data));
    directory.push(central, name);
    offset += localLength + name.length + packed.data.length;
  }
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

/** The fields that both headers of a file have, one after the other. */
function writeFacts(
  header: Buffer,
  at: number,
  nameLength: number,
  { data, size, crc, method }: Packed,
): void {
  // PKWARE's version 2.0, which has deflation and folders.
  header[at] = 20;
  header.writeUInt16LE(method, at + 4);
  header.writeUInt32LE(dosTime(packedAt()), at + 6);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(data.length, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}

const dosTime = (time: Date): number =>
  ((time.getFullYear() - 1980) << 25) | ((time.getMonth() + 1) << 21) | (time.getDate() << 16);
