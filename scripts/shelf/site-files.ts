import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ShelfError } from './read-shelf.ts';

/** Milliseconds that a site has to send a file. */
const patience = 20_000;
/** No file that is read of a handbook is larger; `handbook.json` of 25,000 pages has 20 MB. */
const maxBytes = 100 * 2 ** 20;

/** Reads a file of a built handbook by its path below the site. @throws ShelfError in words. */
export type SiteFiles = (path: string) => Promise<Buffer>;

/** Files of a site that is published. */
export const publishedFiles =
  (address: string): SiteFiles =>
  async (path) => {
    const url = new URL(path, address).href;
    let response: Response;
    try {
      response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    } catch (error) {
      const { cause } = error as Error;
      const why = cause instanceof Error ? cause.message : (error as Error).message;
      throw new ShelfError(`${url} did not answer: ${why}.`);
    }
    if (!response.ok) throw new ShelfError(`${url} answered ${response.status}.`);
    const parts: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const part of response.body ?? []) {
        parts.push(part);
        length += part.length;
        if (length > maxBytes) throw new ShelfError(`${url} is larger than ${maxBytes / 2 ** 20} MB.`);
      }
    } catch (error) {
      if (error instanceof ShelfError) throw error;
      throw new ShelfError(`${url} broke off: ${(error as Error).message}.`);
    }
    return Buffer.concat(parts);
  };

/** Files of a site that stands in a folder. */
export const folderFiles =
  (folder: string): SiteFiles =>
  async (path) => {
    try {
      return await readFile(join(folder, path));
    } catch {
      throw new ShelfError(`${join(folder, path)} is not there.`);
    }
  };
