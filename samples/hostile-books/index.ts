import { archiveRecords } from './archive-records.ts';
import { archives } from './archives.ts';
import { epubs } from './epub.ts';
import { folders } from './folders.ts';
import type { HostileBook } from './hostile-book.ts';
import { markdownFiles } from './markdown.ts';
import { pages } from './pages.ts';
import { pdfs } from './pdf.ts';
import { texts } from './texts.ts';
import { word } from './word.ts';

/** Files that are made to harm their reader, by what is wrong with them. */
export const hostileBooks: Record<string, HostileBook> = {
  ...archives,
  ...archiveRecords,
  ...word,
  ...epubs,
  ...pdfs,
  ...pages,
  ...markdownFiles,
  ...texts,
  ...folders,
};
