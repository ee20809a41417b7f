import { readBookNames } from '../edition/book-file.ts';
import type { BookNames } from '../edition/book-names.ts';
import { contentDir } from '../edition/environment.ts';
import { getBook } from './book.ts';

let names: BookNames | undefined;

/** What the book is called; read once a build, at every call in development. */
export async function getNames(): Promise<BookNames> {
  if (names && !import.meta.env.DEV) return names;
  const { chapters, rules, cases } = await getBook();
  return (names = readBookNames(contentDir, {
    chapters: chapters.length,
    rules: rules.length,
    cases: cases.length,
  }));
}
