import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Bits of brotli's window: the smallest one that holds the file. The largest takes 32 MB of memory, even for a small file.
 */
const windowBits = (size: number): number => Math.min(22, Math.max(10, Math.ceil(Math.log2(size + 16))));

/** Bytes of a file that gets the best quality. For larger files that takes too long. */
const maxBestQualityBytes = 128 * 1024;

const methods = {
  // Below quality 10, brotli guesses from samples: one more word may make a page a tenth larger.
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length <= maxBestQualityBytes ? 11 : 10,
        [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
  /** Not compressed. */
  identity: (bytes: Buffer) => Promise.resolve(bytes),
};
/** Encodings of an answer. */
export type Encoding = keyof typeof methods;

/** The best encoding that a request accepts. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  const accepted = new Set(
    String(header ?? '')
      .split(',')
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => (part.split(';')[0] ?? '').trim().toLowerCase()),
  );
  return (['br', 'gzip'] as const).find((name) => accepted.has(name)) ?? 'identity';
}

/** Bytes that are kept in memory, and the largest file among them. */
const maxKeptBytes = 32 * 1024 * 1024;
const maxFileBytes = 8 * 1024 * 1024;

/** Reads and compresses files one after the other, and keeps the last ones in memory. Many requests together take no more memory than one. */
export class KeptFiles {
  readonly #kept = new Map<string, Buffer>();
  readonly #coming = new Map<string, Promise<Buffer>>();
  #size = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** A file's bytes in an encoding; `undefined` if the file is too large to be kept. */
  async of(
    path: string,
    { size, mtimeMs }: { size: number; mtimeMs: number },
    encoding: Encoding,
  ): Promise<Buffer | undefined> {
    if (size > maxFileBytes) return undefined;
    const key = `${encoding} ${String(mtimeMs)} ${String(size)} ${path}`;
    const kept = this.#kept.get(key);
    if (kept) {
      // Put behind all others: the file that was not used for longest is dropped first.
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    let coming = this.#coming.get(key);
    if (!coming) {
      coming = this.#make(key, path, encoding).finally(() => this.#coming.delete(key));
      this.#coming.set(key, coming);
    }
    return await coming;
  }

  async #make(key: string, path: string, encoding: Encoding): Promise<Buffer> {
    const made = this.#turn.then(async () => methods[encoding](await readFile(path)));
    this.#turn = made.catch(() => undefined);
    const bytes = await made;
    this.#kept.set(key, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= maxKeptBytes) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
    return bytes;
  }
}
