import { grouped } from '../../grouped.ts';
import { InputError } from '../../input-error.ts';
import { newlineAt } from './lines.ts';

/** What no book has, however long it is. */
export interface Bounds {
  /** Characters of one line. */
  maxLineLength: number;
  /** Lines, with the empty ones. */
  maxLines: number;
  /** More lines than this need `minLineLength` characters each, on average. */
  manyLines: number;
  minLineLength: number;
  /** More chapter headings than this need `minChapterLength` characters of text each, on average. */
  manyChapters: number;
  minChapterLength: number;
}

const ofBooks: Bounds = {
  maxLineLength: 1_000_000,
  maxLines: 3_000_000,
  manyLines: 100_000,
  minLineLength: 6,
  manyChapters: 20_000,
  // Running heads that repeat a chapter's name on each page have more text between them.
  minChapterLength: 100,
};

const chapterHeading = /^[^\S\n]{0,8}第.{1,12}?[章回篇卷讲講课課节節]/u;
/** Characters of a line that tell whether it is a chapter's heading. */
const headLength = 24;

/**
 * Refuse a text of a shape that no book has, before the steps that would take minutes and gigabytes for it.
 * @throws InputError that names the line if it is too much
 */
export function refuseUnlikeBooks(text: string, bounds: Bounds = ofBooks): void {
  let [lines, chapters, start, lastChapter] = [0, 0, 0, 0];
  const end = (at: number): void => {
    lines += 1;
    const length = at - start;
    if (length > bounds.maxLineLength)
      throw new InputError(
        `Line ${lines} has ${grouped(length)} characters; a line may have ${grouped(bounds.maxLineLength)}. Break the text into its paragraphs, each on a line of its own.`,
      );
    const head = text.slice(start, Math.min(at, start + headLength));
    if (!head.includes('第') || !chapterHeading.test(head)) return;
    chapters += 1;
    lastChapter = lines;
  };
  for (let i = 0; i < text.length; i += 1) {
    const newline = newlineAt(text, i);
    if (newline === 0) continue;
    end(i);
    i += newline - 1;
    start = i + 1;
  }
  if (start < text.length) end(text.length);

  if (lines > bounds.maxLines)
    throw new InputError(
      `The text has ${grouped(lines)} lines; a book may have ${grouped(bounds.maxLines)}. Split it, and give its parts.`,
    );
  if (lines > bounds.manyLines && text.length < bounds.minLineLength * lines)
    throw new InputError(
      `The text has ${grouped(lines)} lines of ${(text.length / lines).toFixed(1)} characters on average; more than ${grouped(bounds.manyLines)} lines are read where they have ${bounds.minLineLength} or more. Remove the empty lines, and put each paragraph on one line.`,
    );
  if (chapters > bounds.manyChapters && text.length < bounds.minChapterLength * chapters)
    throw new InputError(
      `The text has ${grouped(chapters)} headings of chapters, the last on line ${lastChapter}, with ${Math.round(text.length / chapters)} characters each on average; more than ${grouped(bounds.manyChapters)} are read where they have ${bounds.minChapterLength} or more. Check whether the text of the chapters is missing, or split the book, and give its parts.`,
    );
}
