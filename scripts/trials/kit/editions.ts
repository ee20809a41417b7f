import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBook, printPlain } from '../../../samples/books.ts';
import { seededRandom } from '../../../samples/random.ts';

/**
 * Write editions of a small made book, a text file each. In later editions chapters and rules are missing, and chapters are in another
 * order with other numbers.
 * @returns the paths of the files
 */
export function writeEditions(folder: string, count: number): string[] {
  const random = seededRandom(16);
  const book = makeBook({ chapters: 5, rules: 5, paragraphs: 4, stories: 0.3, seed: 16 });
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, edition) => {
    const kept = book.chapters.filter(() => edition === 0 || random.chance(0.8));
    const ordered = edition % 2 === 0 ? kept : kept.toReversed();
    const chapters = (ordered.length > 1 ? ordered : book.chapters).map((chapter, index) => ({
      ...chapter,
      number: index + 1,
      rules: chapter.rules.filter((_rule, at) => at === 0 || edition === 0 || random.chance(0.8)),
    }));
    const path = join(folder, `edition-${String(edition)}.txt`);
    writeFileSync(path, printPlain({ ...book, chapters }));
    return path;
  });
}
