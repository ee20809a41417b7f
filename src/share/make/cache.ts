import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Move } from '../../ledger/move.ts';

/** A file of the built site and the key of its content. */
export interface Listed {
  path: string;
  key: string;
}

/** What an edition gives to share. */
export interface Manifest {
  files: Listed[];
  /** Ways on from permanent codes and old addresses, for hosts that answer with 301. */
  moves: Move[];
  /** Every code of the ledger. */
  codes: string[];
}

/** Files kept between builds: contents by key, and manifests of editions by fingerprint. */
export class ShareCache {
  readonly #blobs: string;
  readonly #manifests: string;

  constructor(directory: string) {
    this.#blobs = join(directory, 'blobs');
    this.#manifests = join(directory, 'manifests');
  }

  async open(): Promise<void> {
    await mkdir(this.#blobs, { recursive: true });
    await mkdir(this.#manifests, { recursive: true });
  }

  has(key: string): boolean {
    return existsSync(join(this.#blobs, key));
  }

  /** A file appears whole or not at all, so that a build stopped half-way leaves nothing broken. */
  async put(key: string, content: string | Uint8Array): Promise<void> {
    await writeWhole(join(this.#blobs, key), content);
  }

  /** Copy contents to their places below `directory`; one after another, which takes a third of the time that promises take. */
  copyTo(directory: string, files: readonly Listed[]): void {
    const folders = new Set(files.map(({ path }) => dirname(join(directory, path))));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    for (const { path, key } of files) {
      copyFileSync(join(this.#blobs, key), join(directory, path), constants.COPYFILE_FICLONE);
    }
  }

  /** The manifest with this fingerprint; `undefined` if there is none or not all that it names is kept. */
  async manifest(fingerprint: string): Promise<Manifest | undefined> {
    const path = join(this.#manifests, `${fingerprint}.json`);
    if (!existsSync(path)) return undefined;
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    const kept = new Set(await readdir(this.#blobs));
    if (!manifest.files.every(({ key }) => kept.has(key))) return undefined;
    const now = new Date();
    await utimes(path, now, now);
    return manifest;
  }

  /** Keep a manifest, and throw away what none of the last few manifests names. */
  async keep(fingerprint: string, manifest: Manifest, most = 6): Promise<void> {
    await writeWhole(join(this.#manifests, `${fingerprint}.json`), JSON.stringify(manifest));
    const paths = (await readdir(this.#manifests)).map((name) => join(this.#manifests, name));
    const times = new Map(
      await Promise.all(paths.map(async (path) => [path, (await stat(path)).mtimeMs] as const)),
    );
    paths.sort((a, b) => times.get(b)! - times.get(a)!);
    for (const path of paths.slice(most)) await rm(path, { force: true });
    const used = new Set<string>();
    for (const path of paths.slice(0, most)) {
      const { files } = JSON.parse(await readFile(path, 'utf8')) as Manifest;
      for (const { key } of files) used.add(key);
    }
    const unused = (await readdir(this.#blobs)).filter((name) => !used.has(name));
    await Promise.all(unused.map((name) => rm(join(this.#blobs, name), { force: true })));
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.tmp`;
  await writeFile(partial, content);
  await rename(partial, path);
}
