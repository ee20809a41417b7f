import { createHash, hash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { putIfOther } from '../../freshness/put-file.ts';

const short = (digest: string): string => digest.slice(0, 8);

/** A folder of an index. A former index may be in it: most of that stays as it is, and its files need not be made again. */
export class IndexFolder {
  readonly #path: string;
  readonly #names = new Set<string>();

  constructor(path: string) {
    mkdirSync(path, { recursive: true });
    this.#path = path;
  }

  /** Put a file under a name that changes with the content, so that it may be kept forever. Returns the name. */
  putNamed(stem: string, extension: string, content: string | Uint8Array): string {
    return this.#put(`${stem}-${short(hash('sha256', content))}.${extension}`, content);
  }

  putJson(stem: string, value: unknown): string {
    return this.putNamed(stem, 'json', JSON.stringify(value));
  }

  /** Put a file that always has the same name. */
  putHead(name: string, value: unknown): void {
    this.#put(name, JSON.stringify(value));
  }

  /** Put files into a folder of their own, whose name changes with what they hold. Returns the folder's name. */
  putAll(stem: string, files: Iterable<readonly [name: string, content: string | Uint8Array]>): string {
    const unnamed = join(this.#path, stem);
    rmSync(unnamed, { recursive: true, force: true });
    const former = readdirSync(this.#path).find((name) => name.startsWith(`${stem}-`) && !name.includes('.'));
    if (former === undefined) mkdirSync(unnamed);
    else renameSync(join(this.#path, former), unnamed);
    const whole = createHash('sha256');
    const names = new Set<string>();
    for (const [name, content] of files) {
      whole.update(content);
      names.add(name);
      putIfOther(join(unnamed, name), Buffer.from(content));
    }
    keepOnly(unnamed, names);
    const named = `${stem}-${short(whole.digest('hex'))}`;
    renameSync(unnamed, join(this.#path, named));
    this.#names.add(named);
    return named;
  }

  /** Remove what only a former index had. */
  removeOthers(): void {
    keepOnly(this.#path, this.#names);
  }

  #put(name: string, content: string | Uint8Array): string {
    putIfOther(join(this.#path, name), Buffer.from(content));
    this.#names.add(name);
    return name;
  }
}

function keepOnly(folder: string, names: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (!names.has(name)) rmSync(join(folder, name), { recursive: true });
}
