import { archives } from './archives.ts';
import { epubs } from './epub.ts';
import type { HostileBook } from './hostile-book.ts';
import { pages } from './pages.ts';
import { pdfs } from './pdf.ts';
import { word } from './word.ts';

/** Files that are made to harm whoever reads them, by what is wrong with them. */
export const hostileBooks: Record<string, HostileBook> = {
  ...archives,
  ...word,
  ...epubs,
  ...pdfs,
  ...pages,
};
