// npm run shelf -- [shelf.yaml]: a home and one search for many handbooks.
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ShelfFile } from '../src/schemas/shelf.ts';
import { UsageError } from './lib/command-line.ts';
import { callerDirectory, checkEnvironment, siteEnvironment } from './lib/environment.ts';
import { explainDiskError } from './lib/regular-file.ts';
import { LockError, withLock } from './lib/lock.ts';
import { complain, say } from './lib/say.ts';
import { booksFolder, folderBooks, pathOfBook, placeBook, sizeOf } from './shelf/book-folders.ts';
import { gatherBook, type GatheredBook } from './shelf/gather.ts';
import { readOptions, usage, type ShelfOptions } from './shelf/options.ts';
import { readShelf, ShelfError } from './shelf/read-shelf.ts';
import { expectShelfFolder, tidyHomes } from './shelf/replace-home.ts';
import { shareOf } from './shelf/shards.ts';
import { folderFiles, publishedFiles } from './shelf/site-files.ts';

const { base } = siteEnvironment();
const lockOf = (out: string): string => join(out, '..', `.${basename(out)}.lock`);

async function makeShelf({ list, out: named, shard, home }: ShelfOptions): Promise<void> {
  const path = resolve(callerDirectory, list);
  const out = resolve(callerDirectory, named);
  const shelf = readShelf(path, list);
  await withLock(lockOf(out), () => tidyHomes(out));
  expectShelfFolder(out);
  const folders = folderBooks(shelf.books, path);
  const share = shard ? shareOf(folders, sizeOf, shard) : home ? [] : folders;
  for (const [position, book] of share.entries()) {
    say(`${book.id} (${position + 1} of ${share.length})`);
    await placeBook(book, out, base);
  }
  if (shard) {
    say(`Share ${shard.index} of ${shard.count}: ${share.length} of ${folders.length} handbooks built.`);
    return;
  }
  const missing = folders.filter(({ id }) => !existsSync(join(out, booksFolder, id, 'handbook.json')));
  if (missing.length > 0)
    throw new ShelfError(
      `Expected ${missing.map(({ id }) => id).join(', ')} to be built in ${join(out, booksFolder)}, found nothing there. Build every share first, or run the command without --home.`,
    );
  await withLock(lockOf(out), () => makeHome(shelf, out));
}

async function makeHome(shelf: ShelfFile, out: string): Promise<void> {
  const books = await gatherAll(shelf, out);
  for (const { id, address, problem } of books)
    if (problem !== undefined)
      complain(`${id} (${address}): left out of the search for now. ${problem} Run the command again then.`);
  const { writeHome } = await import('./shelf/write-home.ts');
  const { codes } = await writeHome(shelf, books, out, base);
  const searched = books.filter((book) => book.searched).length;
  say(`${out}: a shelf of ${books.length} handbooks, ${searched} of them searched; ${codes} codes.`);
}

/** Ask every handbook what it is, a few at a time. */
async function gatherAll({ books }: ShelfFile, out: string): Promise<GatheredBook[]> {
  const gathered: GatheredBook[] = [];
  const left = [...books.entries()];
  const next = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) {
      const [position, book] = each;
      gathered[position] =
        book.address === undefined
          ? await gatherBook(
              book,
              `${base}${pathOfBook(book.id)}`,
              folderFiles(join(out, booksFolder, book.id)),
            )
          : await gatherBook(book, book.address, publishedFiles(book.address));
    }
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return gathered;
}

checkEnvironment();
try {
  await makeShelf(readOptions(process.argv.slice(2)));
} catch (error) {
  const explained =
    error instanceof ShelfError || error instanceof UsageError || error instanceof LockError
      ? error.message
      : explainDiskError(error);
  if (explained === undefined) throw error;
  complain(explained);
  if (error instanceof UsageError) complain(usage);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
