import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { linkedEntries, readEdition } from '../../src/edition/read-edition.ts';
import { formerAddresses } from '../../src/ledger/former-addresses.ts';
import { resolveLedger, type Destination } from '../../src/ledger/resolve.ts';
import { currentEntries } from '../../src/ledger/current-entries.ts';
import { codePattern } from '../../src/schemas/code-pattern.ts';
import { isRoutingHead } from '../../src/search/format/guards.ts';
import { pathOfBook } from '../shelf/book-folders.ts';
import { readDescription } from '../shelf/gather.ts';
import { readShelf, ShelfError } from '../shelf/read-shelf.ts';
import { folderFiles, publishedFiles, type SiteFiles } from '../shelf/site-files.ts';
import { bounds } from './read/bounds.ts';
import type { CheckedLink } from './check-links.ts';
import type { Slide } from './read/document.ts';
import { handbookAddress } from './handbook-address.ts';
import { judge, type Verdict, type Ways } from './judge.ts';

/** A handbook of a shelf, with what its codes and addresses lead to. */
interface BookWays {
  id: string;
  title: string;
  /** Where its site is, with the last slash. */
  address: string;
  /** `undefined` where it could not be asked. */
  ways: Ways | undefined;
  problem?: string;
  /** Whether codes that are no longer in the book are known as well. */
  withLedger: boolean;
}

export interface ShelfWays {
  /** Where the shelf itself is, with the last slash; `undefined` if that is not known. */
  home: string | undefined;
  books: BookWays[];
}

/** The codes in a published `handbook.json`: those of current entries, without the retired ones. */
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
      `Expected to be told where the shelf stands, since ${folders.map(({ id }) => id).join(', ')} ${folders.length === 1 ? 'is' : 'are'} listed by folder. Add --site https://handbooks.example.com/.`,
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

/** Handbooks of a shelf that is asked from elsewhere, at most. */
const mostBooks = 2000;

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
  // Whoever wrote the index names sites that are asked: those of the web, and no more than a shelf has.
  if (
    !isRoutingHead(head) ||
    head.books.length > mostBooks ||
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

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** The handbook's own address that a permanent address of the shelf leads to; `undefined` where a link is none. */
function ownAddress(
  url: string,
  { home, books }: ShelfWays,
): { address: string } | { unknown: string } | undefined {
  if (home === undefined) return undefined;
  const path = new RegExp(`^${escape(home)}(en/)?r/([a-z0-9-]{1,40})/(${codePattern})(?:[/?#]|$)`, 'i');
  const [, language = '', id, code = ''] = path.exec(url.trim()) ?? [];
  if (id === undefined) return undefined;
  const book = books.find((each) => each.id === id);
  return book ? { address: `${book.address}${language}r/${code}/` } : { unknown: id };
}

/** Judge every link in a document to a handbook of the shelf, or to the shelf's own permanent addresses. */
export function checkShelfLinks(slides: readonly Slide[], shelf: ShelfWays): CheckedLink[] {
  return slides.flatMap(({ number, text, found }) =>
    found.slice(0, bounds.links).flatMap(({ url, place }) => {
      const verdict = judgeOnShelf(url, text, shelf);
      return verdict ? [{ slide: number, url, place, ...verdict }] : [];
    }),
  );
}

function judgeOnShelf(url: string, text: string, shelf: ShelfWays): Verdict | undefined {
  const own = ownAddress(url, shelf);
  if (own && 'unknown' in own)
    return unknown(`The shelf has no handbook “${own.unknown}”. Add it to the list, or correct the link.`);
  const target = own?.address ?? url;
  for (const book of shelf.books) {
    const named = handbookAddress(target, [book.address]);
    if (!named) continue;
    const { id, title, ways, problem = '', withLedger } = book;
    if (!ways) return unknown(`The handbook ${id} could not be asked: ${problem}`);
    const verdict = judge(named, text, ways);
    const note =
      verdict.state === 'unknown' && !withLedger
        ? `${named.named.by === 'code' ? `The code ${named.named.code}` : `The address ${named.named.address}`} is not in its handbook.json now; it may have been there once. Open the link to see what became of it.`
        : verdict.note;
    return { ...verdict, note: `《${title}》 ${note}` };
  }
  return undefined;
}

const unknown = (note: string): Verdict => ({ state: 'unknown', note, instead: undefined, broken: true });
