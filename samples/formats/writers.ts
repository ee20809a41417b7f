import type { FormatBook } from './book.ts';
import { writeDocx } from './write-docx.ts';
import { writeEpub } from './write-epub.ts';
import { writeHtml } from './write-html.ts';
import { writeFolder, writeMarkdown } from './write-markdown.ts';
import { writePdf } from './write-pdf.ts';
import { writeText } from './write-text.ts';

/** A file, or the files of a folder by their paths. */
export type MadeSource = string | Uint8Array | Map<string, string | Uint8Array>;

/** A book in every format, by the name of its file. */
export const formatWriters: Record<string, (book: FormatBook) => MadeSource> = {
  'book.txt': writeText,
  'book.md': writeMarkdown,
  'styles.docx': (book) => writeDocx(book, 'styles'),
  'bold.docx': (book) => writeDocx(book, 'bold'),
  'book.epub': writeEpub,
  'book.html': writeHtml,
  'book.pdf': writePdf,
  folder: writeFolder,
};
