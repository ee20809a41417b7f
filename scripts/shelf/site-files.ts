import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ShelfError } from './read-shelf.ts';

/** Milliseconds that a site has to send a file. */
const maxWaitMs = 20_000;
/** No file that is read of a handbook is larger; `handbook.json` of 25,000 pages has 20 MB. */
const maxBytes = 100 * 2 ** 20;

/** Times that a site may send on to another of its own addresses. */
const mostMoves = 5;

/** Reads a file of a built handbook by its path below the site. @throws ShelfError in words. */
export type SiteFiles = (path: string) => Promise<Buffer>;

/** Files of a site that is published. */
export const publishedFiles =
  (address: string): SiteFiles =>
  async (path) => {
    const url = new URL(path, address).href;
    const response = await fetchInside(url, AbortSignal.timeout(maxWaitMs));
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

/**
 * Fetch an address. Redirects are followed within the site's own origin only. Readers' browsers may ask no
 * other either, and nobody can make this command ask machines of an inner network.
 */
async function fetchInside(url: string, signal: AbortSignal): Promise<Response> {
  let at = url;
  for (let moves = 0; moves <= mostMoves; moves += 1) {
    let response: Response;
    try {
      response = await fetch(at, { signal, redirect: 'manual' });
    } catch (error) {
      const { cause } = error as Error;
      const why = cause instanceof Error ? cause.message : (error as Error).message;
      throw new ShelfError(`${url} did not answer: ${why}.`);
    }
    if (response.status < 300 || response.status > 399) return response;
    await response.body?.cancel();
    const to = response.headers.get('location') ?? '';
    const next = URL.canParse(to, at) ? new URL(to, at) : undefined;
    if (next?.origin !== new URL(url).origin)
      throw new ShelfError(
        `${url} sends on to another site, ${to.slice(0, 200)}. If the handbook has moved there, list that address.`,
      );
    at = next.href;
  }
  throw new ShelfError(`${url} sends on without end.`);
}

/** Files of a site in a folder: regular ones, and none outside it. */
export const folderFiles =
  (folder: string): SiteFiles =>
  async (path) => {
    const full = join(folder, path);
    let file;
    try {
      if (!(await realpath(full)).startsWith((await realpath(folder)) + sep)) throw new Error('outside');
      // Opening a pipe would wait for somebody to write to it.
      file = await open(full, constants.O_RDONLY | constants.O_NONBLOCK);
      const found = await file.stat();
      if (!found.isFile()) throw new Error('no file');
      if (found.size > maxBytes) throw new ShelfError(`${full} is larger than ${maxBytes / 2 ** 20} MB.`);
      return await file.readFile();
    } catch (error) {
      if (error instanceof ShelfError) throw error;
      throw new ShelfError(`${full} is not there.`);
    } finally {
      await file?.close();
    }
  };
