import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A folder's files by path, with slashes, sorted. */
export const bytesIn = (folder: string): Map<string, Uint8Array> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), new Uint8Array(readFileSync(join(folder, name)))]),
  );

/** {@link bytesIn} as text with a character for each byte. */
export const textsIn = (folder: string): Map<string, string> =>
  new Map([...bytesIn(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));
