import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { linkedEntries, readEdition } from '../../src/edition/read-edition.ts';
import { formerAddresses } from '../../src/ledger/former-addresses.ts';
import { resolveLedger, type Destination } from '../../src/ledger/resolve.ts';
import { currentEntries } from '../../src/ledger/current-entries.ts';
import { isRoutingHead } from '../../src/search/format/guards.ts';
import { pathOfBook } from '../shelf/book-folders.ts';
import { readDescription } from '../shelf/gather.ts';
import { readShelf, ShelfError } from '../shelf/read-shelf.ts';
import { folderFiles, publishedFiles, type SiteFiles } from '../shelf/site-files.ts';
import type { Ways } from './judge.ts';

/** A handbook of a shelf, with what its codes and addresses lead to now. */
interface BookWays {
  id: string;
  title: string;
  /** Address of its site, with the last slash. */
  address: string;
  /** `undefined` if the handbook could not be asked; `problem` says why. */
  ways: Ways | undefined;
  problem?: string;
  /** Whether the codes of entries that are gone are known as well. */
  withLedger: boolean;
}

/** The handbooks of a shelf. */
export interface ShelfWays {
  /** Address of the shelf itself, with the last slash; `undefined` if it isn't known. */
  home: string | undefined;
  books: BookWays[];
}

/** By a published `handbook.json`, which has the codes of current entries, but not the retired ones. */
async function waysOfSite(files: SiteFiles): Promise<{ title: string; ways: Ways }> {
  const { title, codes } = await readDescription(files);
  const destinations = new Map(
    codes.map(({ code, kind, id, title: named }): [string, Destination] => [
      code,
      {
        state: 'current',
        record: { code, kind, title: named.zh, addresses: [`/${kind}s/${id}/`] },
        entry: { kind, id, permalink: code, title: named },
      },
    ]),
  );
  return { title: title.zh, ways: { destinations, former: new Map() } };
}

/** By a folder of content, whose ledger has all codes. */
async function waysOfContent(folder: string): Promise<{ title: string; ways: Ways }> {
  const edition = await readEdition(folder);
  const destinations = resolveLedger(edition.ledger, currentEntries(linkedEntries(edition)));
  return {
    title: edition.names.title.zh,
    ways: { destinations, former: formerAddresses(destinations.values()) },
  };
}

async function bookWays(
  id: string,
  address: string,
  withLedger: boolean,
  read: () => Promise<{ title: string; ways: Ways }>,
): Promise<BookWays> {
  try {
    return { id, address, withLedger, ...(await read()) };
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    return { id, address, withLedger, title: id, ways: undefined, problem: error.message };
  }
}

/**
 * Read the ways of every handbook of a shelf.
 *
 * @param where path of `shelf.yaml`, or the address of the shelf's home
 * @param home address of the shelf, if it is known otherwise
 * @throws ShelfError
 */
export async function readShelfWays(where: string, home: string | undefined): Promise<ShelfWays> {
  if (/^https?:\/\//.test(where)) return await waysOfHome(where.replace(/\/?$/, '/'));
  const { books } = readShelf(where);
  const folders = books.filter(({ folder }) => folder !== undefined);
  if (folders.length > 0 && home === undefined)
    throw new ShelfError(
      `Expected to be told where the shelf is, since ${folders.map(({ id }) => id).join(', ')} ${folders.length === 1 ? 'is' : 'are'} listed by folder. Add --site https://handbooks.example.com/.`,
    );
  return {
    home,
    books: await Promise.all(
      books.map(({ id, address, folder }) => {
        if (folder === undefined)
          return bookWays(id, address ?? '', false, () => waysOfSite(publishedFiles(address ?? '')));
        const path = resolve(dirname(where), folder);
        const built = existsSync(join(path, 'handbook.json'));
        return bookWays(id, `${home ?? ''}${pathOfBook(id)}`, !built, () =>
          built ? waysOfSite(folderFiles(path)) : waysOfContent(path),
        );
      }),
    ),
  };
}

/** Handbooks of a published shelf. */
const maxBooks = 2000;

const isSite = (address: string, home: string): boolean =>
  URL.canParse(address, home) && /^https?:$/.test(new URL(address, home).protocol);

async function waysOfHome(home: string): Promise<ShelfWays> {
  const text = (await publishedFiles(home)('shelf/index.json')).toString();
  let head: unknown;
  try {
    head = JSON.parse(text);
  } catch {
    head = undefined;
  }
  // The index comes from outside, and each address in it will be asked: only web addresses, and not too many.
  if (
    !isRoutingHead(head) ||
    head.books.length > maxBooks ||
    !head.books.every(({ address }) => isSite(address, home))
  )
    throw new ShelfError(`${home} is no home of a shelf: its shelf/index.json is not as expected.`);
  return {
    home,
    books: await Promise.all(
      head.books.map(({ id, address }) => {
        const site = new URL(address, home).href;
        return bookWays(id, site, false, () => waysOfSite(publishedFiles(site)));
      }),
    ),
  };
}
