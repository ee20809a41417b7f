import { readBookNames } from '../edition/names/book-file.ts';
import type { BookNames } from '../edition/names/book-names.ts';
import { contentDir } from '../edition/files/environment.ts';
import { getBook } from './book.ts';

let names: BookNames | undefined;

/** Names of the book: title, authors, publisher. Read once in a build, and at every call in development. */
export async function getNames(): Promise<BookNames> {
  if (names && !import.meta.env.DEV) return names;
  const { chapters, rules, cases } = await getBook();
  return (names = readBookNames(contentDir, {
    chapters: chapters.length,
    rules: rules.length,
    cases: cases.length,
  }));
}
