import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/** A queue on the disk: values are written as lines of JSON and read in the same order. */
export class Spool<T> {
  readonly #folder = mkdtempSync(join(tmpdir(), 'handbook-load-'));
  readonly #path = join(this.#folder, 'pages.ndjson');
  readonly #stream: WriteStream = createWriteStream(this.#path, { mode: 0o600 });
  /** Number of values that were added. */
  size = 0;

  /** Add a value. */
  async add(value: T): Promise<void> {
    this.size += 1;
    // Node's reader of lines takes these two characters for line ends, so they are escaped.
    const line = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
    if (!this.#stream.write(`${line}\n`)) await once(this.#stream, 'drain');
  }

  /** Read all values. Nothing can be added after that. */
  async *read(): AsyncGenerator<T> {
    this.#stream.end();
    await finished(this.#stream);
    for await (const line of createInterface({ input: createReadStream(this.#path), crlfDelay: Infinity }))
      yield JSON.parse(line) as T;
  }

  /** Remove the file. */
  async remove(): Promise<void> {
    this.#stream.destroy();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
