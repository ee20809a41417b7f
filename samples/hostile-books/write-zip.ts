import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, with the untrue fields of its records. */
export interface ZipFile {
  name: string | Uint8Array;
  content: Uint8Array;
  /** Name in the record before the file, where it is another. */
  localName?: string;
  flags?: number;
  /** Sizes are written behind the file, as programs do that write without knowing them. */
  streamed?: boolean;
  /** Sizes and place are written in the 64-bit field; `lie` is added to each. */
  wide?: { lie: number };
  /** Of Unix, such as 0o120777 for a link. */
  mode?: number;
}

/** Write an archive, record by record. */
export function writeZip(files: ZipFile[], comment: Uint8Array = new Uint8Array()): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const push = (...buffers: Buffer[]): void => {
    for (const buffer of buffers) {
      parts.push(buffer);
      at += buffer.length;
    }
  };
  for (const file of files) {
    const { content, flags = 0, streamed = false } = file;
    const packed = deflateRawSync(content);
    const name = typeof file.name === 'string' ? Buffer.from(file.name) : Buffer.from(file.name);
    const localName = file.localName === undefined ? name : Buffer.from(file.localName);
    const crc = crc32(content);
    const start = at;
    const bits = flags | (streamed ? 8 : 0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bits, 6);
    local.writeUInt16LE(8, 8);
    if (!streamed) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(packed.length, 18);
      local.writeUInt32LE(content.length, 22);
    }
    local.writeUInt16LE(localName.length, 26);
    push(local, localName, packed);
    if (streamed) {
      const sizes = Buffer.alloc(16);
      sizes.writeUInt32LE(0x08074b50, 0);
      sizes.writeUInt32LE(crc, 4);
      sizes.writeUInt32LE(packed.length, 8);
      sizes.writeUInt32LE(content.length, 12);
      push(sizes);
    }
    directory.push(record(file, name, bits, { crc, packed: packed.length, size: content.length, start }));
  }
  const from = at;
  push(...directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(at - from, 12);
  end.writeUInt32LE(from, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, end, comment]);
}

function record(
  { wide, mode = 0 }: ZipFile,
  name: Buffer,
  bits: number,
  { crc, packed, size, start }: { crc: number; packed: number; size: number; start: number },
): Buffer {
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(0x0314, 4);
  fixed.writeUInt16LE(bits, 8);
  fixed.writeUInt16LE(8, 10);
  fixed.writeUInt32LE(crc, 16);
  fixed.writeUInt32LE(wide ? 0xffffffff : packed, 20);
  fixed.writeUInt32LE(wide ? 0xffffffff : size, 24);
  fixed.writeUInt16LE(name.length, 28);
  fixed.writeUInt32LE(((mode << 16) >>> 0) >>> 0, 38);
  fixed.writeUInt32LE(wide ? 0xffffffff : start, 42);
  if (!wide) return Buffer.concat([fixed, name]);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  [size, packed, start].forEach((value, index) =>
    extra.writeBigUInt64LE(BigInt(value) + BigInt(wide.lie), 4 + 8 * index),
  );
  fixed.writeUInt16LE(extra.length, 30);
  return Buffer.concat([fixed, name, extra]);
}
