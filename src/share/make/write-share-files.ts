import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteRoot } from '../../lib/book/addresses.ts';
import { filesOf } from '../../edition/files/files-of.ts';
import type { KeptFiles } from '../../freshness/kept-files.ts';
import { KeptTrees, type Listed } from '../../freshness/kept-trees.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { isWholeBook, KnownBooks, type FormerBooks } from './former-books.ts';
import { notesSchema, type Notes } from './notes.ts';
import { productKeys } from './product-key.ts';
import { bookPaths, cardsOf, makeAtOnce, product, toProducts, wholeBooks } from './products.ts';
import type { Product } from './recipe.ts';
import { makeInWorkers } from './workers.ts';
import type { Term } from '../../schemas/glossary.ts';
import { readGlossary } from '../../edition/vocabulary.ts';
import { linkedEntries, readEdition, type Edition } from '../../edition/read-edition.ts';
import { planMoves } from '../../ledger/moves.ts';
import { resolveLedger } from '../../ledger/resolve.ts';
import { currentEntries } from '../../ledger/current-entries.ts';

export interface ShareOptions {
  /** The ingest's output. */
  contentDir: string;
  /** Where made files are kept between builds. */
  cacheDir: string;
  root: SiteRoot;
  /** The day of this build. */
  day: string;
  /** Whether whole books that are out of date stay for now as they were, where that is known. */
  booksLater?: boolean;
  /** Tells that nobody needs the files any more. */
  signal?: AbortSignal;
}

/** Files for sharing that are made and kept: cards, QR codes, slides, indexes for tools, pages that lead on from old addresses. */
export interface SharedFiles {
  /** Their paths. */
  paths: string[];
  /** How many of them had to be made. */
  made: number;
  notes: Notes;
  /** Whole books of an earlier build that the site has for now; absent if they are up to date. */
  former?: FormerBooks;
  /**
   * Write them into a site, where they aren't there yet.
   * @returns how many had to be made again
   */
  place: (distDir: string) => Promise<number>;
}

/**
 * Make the files for sharing.
 *
 * @throws errors that name what a card or slide lacks
 */
export async function makeShareFiles(options: ShareOptions): Promise<SharedFiles> {
  const { contentDir, cacheDir, root, day, signal } = options;
  const kept = new KeptTrees(cacheDir);
  const books = new KnownBooks(cacheDir, contentDir, root);
  const fingerprint = shareFingerprint(contentDir, root);
  const make = async (all: boolean) =>
    await makeFiles(await readEdition(contentDir), readGlossary(contentDir), {
      root,
      contents: kept.contents,
      books: all,
      signal,
    });
  const placing = (files: readonly Listed[], all: boolean) => async (distDir: string) => {
    if (kept.write(files, distDir)) return 0;
    // A kept file may turn out to be damaged: then it is gone, and made like one that never was.
    const { made } = await make(all);
    if (kept.write(files, distDir)) return made;
    throw new Error(`${cacheDir} can't be written to. Delete it and build again.`);
  };
  const list = kept.list(fingerprint);
  const known = notesSchema.safeParse(list?.notes);
  if (list !== undefined && known.success) {
    books.keep(list.files, day);
    return { paths: pathsOf(list.files), made: 0, notes: known.data, place: placing(list.files, true) };
  }
  const former =
    options.booksLater === true
      ? formerBooks(await readEdition(contentDir), books.read(), kept.contents)
      : undefined;
  const { files, notes, made } = await make(former === undefined);
  if (former === undefined) {
    kept.keep(fingerprint, files, notes);
    books.keep(files, day);
  }
  const all = [...files, ...(former?.files ?? [])];
  const place = placing(all, former === undefined);
  return { paths: pathsOf(all), made, notes, place, ...(former && { former }) };
}

const pathsOf = (files: readonly Listed[]): string[] => files.map(({ path }) => path);

/** The books of an earlier build, if they are all there that this edition has. */
function formerBooks(
  edition: Edition,
  known: FormerBooks | undefined,
  contents: KeptFiles,
): FormerBooks | undefined {
  const paths = new Set(known?.files.map(({ path }) => path));
  const wanted = bookPaths(edition);
  const whole =
    paths.size === wanted.length &&
    wanted.every((path) => paths.has(path)) &&
    known?.files.every(({ key }) => contents.get(key) !== undefined);
  return whole === true ? known : undefined;
}

/**
 * Make the whole books of a site that shows former ones for now, and put them in their place.
 * @param distDir a copy of the site that nobody sees yet
 */
export async function writeLateBooks(options: ShareOptions, distDir: string): Promise<void> {
  const { contentDir, cacheDir, root, day } = options;
  const kept = new KeptTrees(cacheDir);
  const { files, notes } = await makeFiles(await readEdition(contentDir), readGlossary(contentDir), {
    root,
    contents: kept.contents,
    books: true,
  });
  const books = files.filter(({ path }) => isWholeBook(path));
  for (const { path } of books) rmSync(join(distDir, path), { force: true });
  if (!kept.write(books, distDir))
    throw new Error(`${cacheDir} can't be written to. Delete it and build again.`);
  kept.keep(shareFingerprint(contentDir, root), files, notes);
  new KnownBooks(cacheDir, contentDir, root).keep(files, day);
}

/** What shared files are made from: the edition, where it will live, and the code. */
export const shareFingerprint = (contentDir: string, root: SiteRoot, project?: string): string =>
  fingerprintFor('share', {
    data: filesOf(contentDir),
    values: root,
    ...(project !== undefined && { project }),
  });

/** One list after the other. */
function* both<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

interface Making {
  root: SiteRoot;
  contents: KeptFiles;
  /** Whether whole books are among what is made. */
  books: boolean;
  signal?: AbortSignal | undefined;
}

/** Make what isn't kept of an edition's files. */
async function makeFiles(
  edition: Edition,
  terms: readonly Term[],
  { root, contents, books, signal }: Making,
): Promise<{ files: Listed[]; notes: Notes; made: number }> {
  const { moves, pages } = planMoves(
    resolveLedger(edition.ledger, currentEntries(linkedEntries(edition))),
    root,
    edition.names.language,
  );
  const keyOf = productKeys();
  const files: Listed[] = [];
  const given = new Set<string>();
  /** What a worker has to make. All else is made, or listed, as it goes by. */
  function* heavy(products: Iterable<Product>): Generator<Product & { key: string }> {
    for (const { path, recipe } of products) {
      const key = keyOf(recipe);
      files.push({ path, key });
      if (given.has(key) || contents.has(key)) continue;
      given.add(key);
      if (recipe.make === 'text' || recipe.make === 'qr') contents.put(key, makeAtOnce(recipe));
      else yield { path, recipe, key };
    }
  }
  const redirects = pages.map(({ path, content }) => product(path, { make: 'text', content }));
  await makeInWorkers(
    {
      books: heavy(books ? wholeBooks(edition, root, terms) : []),
      others: heavy(both(toProducts(edition, root), redirects)),
    },
    () => cardsOf(edition, root),
    ({ key }, bytes) => {
      contents.put(key, bytes);
    },
    { language: edition.names.language, signal },
  );
  signal?.throwIfAborted();
  return { files, notes: { moves, codes: edition.ledger.map(({ code }) => code) }, made: given.size };
}
