import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentAt } from './put-file.ts';

const sumOf = (content: string | Uint8Array): string => hash('sha256', content).slice(0, 32);

/** `<key>.<bytes>-<hash of the content>`; keys have no dot. */
const nameOf = (key: string, content: string | Uint8Array): string =>
  `${key}.${String(Buffer.byteLength(content))}-${sumOf(content)}`;

/**
 * Files kept between builds, by key. A file's name has its size and hash in it, so that a damaged, cut or emptied one
 * is known for what it is: it counts as not there, and is made anew.
 */
export class KeptFiles {
  readonly #directory: string;
  readonly #names = new Map<string, string>();

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory)) this.#names.set(name.split('.')[0] ?? '', name);
  }

  keys(): IterableIterator<string> {
    return this.#names.keys();
  }

  /** Whether something is kept under a key, whole or damaged. */
  has(key: string): boolean {
    return this.#names.has(key);
  }

  /** Whether a content is the one that is kept under a key. */
  isContent(key: string, content: Uint8Array): boolean {
    return this.#names.get(key) === nameOf(key, content);
  }

  /** The content kept under a key; `undefined` if there is none, or a damaged one. */
  get(key: string): Buffer | undefined {
    const name = this.#names.get(key);
    if (name === undefined) return undefined;
    const content = contentAt(join(this.#directory, name));
    if (content !== undefined && name === nameOf(key, content)) return content;
    rmSync(join(this.#directory, name), { force: true, recursive: true });
    this.#names.delete(key);
    return undefined;
  }

  /** Keep a content. The file appears whole or not at all, so that a build stopped half-way leaves nothing broken. */
  put(key: string, content: string | Uint8Array): void {
    const name = nameOf(key, content);
    const partial = join(this.#directory, `${name}.${String(process.pid)}.tmp`);
    writeFileSync(partial, content);
    renameSync(partial, join(this.#directory, name));
    const former = this.#names.get(key);
    if (former !== undefined && former !== name) rmSync(join(this.#directory, former), { force: true });
    this.#names.set(key, name);
  }

  /** Throw away what is kept under other keys. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const [key, name] of this.#names) {
      if (keys.has(key)) continue;
      rmSync(join(this.#directory, name), { force: true, recursive: true });
      this.#names.delete(key);
    }
  }
}
