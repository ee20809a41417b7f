import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Bits of the smallest window that holds all of a file: brotli takes 32 MB for its largest window, even for a
 * small file.
 */
const windowBits = (size: number): number => Math.min(22, Math.max(10, Math.ceil(Math.log2(size + 16))));

/** Pages of a book get the quality that files compressed beforehand have; for larger files that takes too long. */
const maxBestQuality = 128 * 1024;

const methods = {
  // Up to quality 9 brotli guesses from samples, and a page may come out a tenth larger for a word more; from 10 on it reckons.
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length <= maxBestQuality ? 11 : 10,
        [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
  /** As it is: read once for all who ask for it at the same time. */
  identity: (bytes: Buffer) => Promise.resolve(bytes),
};
export type Encoding = keyof typeof methods;

/** The better of the encodings that a request accepts. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  const accepted = new Set(
    String(header ?? '')
      .split(',')
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => (part.split(';')[0] ?? '').trim().toLowerCase()),
  );
  return (['br', 'gzip'] as const).find((name) => accepted.has(name)) ?? 'identity';
}

const maxCached = 32 * 1024 * 1024;
const maxFile = 8 * 1024 * 1024;

/** Reads and compresses files one after the other and keeps the latest, up to a limit: many requests at once cost no more memory than one. */
export class KeptFiles {
  readonly #kept = new Map<string, Buffer>();
  readonly #coming = new Map<string, Promise<Buffer>>();
  #size = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** A file's bytes in an encoding; `undefined` if it is too large to be worth it. */
  async of(
    path: string,
    { size, mtimeMs }: { size: number; mtimeMs: number },
    encoding: Encoding,
  ): Promise<Buffer | undefined> {
    if (size > maxFile) return undefined;
    const key = `${encoding} ${String(mtimeMs)} ${String(size)} ${path}`;
    const kept = this.#kept.get(key);
    if (kept) {
      // Used last, dropped last.
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
      if (this.#size <= maxCached) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
    return bytes;
  }
}
