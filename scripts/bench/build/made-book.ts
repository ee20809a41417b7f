import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBook, printPlain } from '../../../samples/books.ts';

/** Pages of a site whatever its book is: about, search, downloads and so on, in both languages. */
const pagesOfAnySite = 45;
/** Pages that a rule of a made book adds, with its case, its share of a chapter, its frames and permanent addresses, in both languages. */
const pagesPerRule = 13.5;
const rulesPerChapter = 4;

/** Write a made book whose site has about so many pages, with rules as long as a real handbook's. Its path. */
export async function writeMadeBook(pages: number, folder: string): Promise<string> {
  const rules = Math.max(rulesPerChapter, Math.round((pages - pagesOfAnySite) / pagesPerRule));
  const book = makeBook({
    chapters: Math.round(rules / rulesPerChapter),
    rules: rulesPerChapter,
    paragraphs: 26,
    stories: 0.06,
    seed: pages,
  });
  const path = join(folder, 'book.txt');
  await writeFile(path, printPlain(book));
  return path;
}
