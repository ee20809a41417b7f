import { dirname, extname } from 'node:path';
import { readRegularFile } from './bounds.ts';
import type { Slide } from './document.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readOdp } from './read-odp.ts';
import { readPdf } from './read-pdf.ts';
import { readPptx } from './read-pptx.ts';
import { textOf } from './text-of.ts';

/**
 * Read a deck or handout in the format that its name ends in.
 * @throws DocumentError if the file is of another format than its name, too large or no regular file
 */
export async function readDocument(file: string): Promise<Slide[]> {
  const bytes = readRegularFile(file);
  switch (extname(file).toLowerCase()) {
    case '.pptx':
      return readPptx(bytes);
    case '.odp':
      return readOdp(bytes);
    case '.pdf':
      return readPdf(bytes);
    case '.md':
      return readMarkdown(textOf(bytes), dirname(file));
    default:
      return readHtml(textOf(bytes), dirname(file));
  }
}
