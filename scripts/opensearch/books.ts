import { resolve } from 'node:path';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { readIndexedEntries, SiteIndexError } from '../../src/search/load/read-index.ts';
import { toDocument, type EngineDocument } from '../../src/search/load/document.ts';
import { folderBooks, pathOfBook } from '../shelf/book-folders.ts';
import { readShelf, ShelfError } from '../shelf/read-shelf.ts';
import { folderFiles, publishedFiles, type SiteFiles } from '../shelf/site-files.ts';

/** A handbook of a shelf, with the files that are loaded. */
export interface LoadedBook {
  id: string;
  /** Where readers find it. */
  address: string;
  files: SiteFiles;
}

/**
 * The handbooks of a shelf. One that is listed by its folder is read where `npm run shelf` has built it.
 *
 * @param list path of `shelf.yaml`
 * @param out folder that the shelf was made in
 * @param base path that the shelf lives under, with both slashes
 * @throws ShelfError
 */
export function shelfBooks(list: string, out: string, base: string): LoadedBook[] {
  const { books } = readShelf(list);
  const folders = new Map(folderBooks(books, list).map((book) => [book.id, book]));
  return books.map(({ id, address }) => {
    if (address !== undefined) return { id, address, files: publishedFiles(address) };
    const book = folders.get(id);
    const folder = book?.built ? book.folder : resolve(out, pathOfBook(id));
    return { id, address: `${base}${pathOfBook(id)}`, files: folderFiles(folder) };
  });
}

/**
 * The pages of handbooks, one handbook after the other. A handbook that can't be read is reported and left out.
 */
export async function* documentsOf(
  books: readonly LoadedBook[],
  report: { read: (book: LoadedBook, pages: number) => void; left: (book: LoadedBook, why: string) => void },
): AsyncGenerator<EngineDocument> {
  for (const book of books) {
    let entries: SearchEntry[];
    try {
      entries = await readIndexedEntries(book.files);
    } catch (error) {
      if (!(error instanceof ShelfError || error instanceof SiteIndexError)) throw error;
      report.left(book, error.message);
      continue;
    }
    report.read(book, entries.length);
    for (const [order, entry] of entries.entries()) yield toDocument(entry, book.id, order, book.address);
  }
}
