import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/** Values that wait on the disk, a line of JSON each, to be read in the order they came in. */
export class Spool<T> {
  readonly #folder = mkdtempSync(join(tmpdir(), 'handbook-load-'));
  readonly #path = join(this.#folder, 'pages.ndjson');
  readonly #stream: WriteStream = createWriteStream(this.#path, { mode: 0o600 });
  size = 0;

  async add(value: T): Promise<void> {
    this.size += 1;
    // Readers of lines take these two for line ends; JSON may have them escaped.
    const line = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
    if (!this.#stream.write(`${line}\n`)) await once(this.#stream, 'drain');
  }

  /** Everything that was added. Nothing can be added after. */
  async *read(): AsyncGenerator<T> {
    this.#stream.end();
    await finished(this.#stream);
    for await (const line of createInterface({ input: createReadStream(this.#path), crlfDelay: Infinity }))
      yield JSON.parse(line) as T;
  }

  async remove(): Promise<void> {
    this.#stream.destroy();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
