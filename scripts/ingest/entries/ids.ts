import type { ChapterNode } from '../model.ts';

/** A higher number is a misprint, and makes no id. */
const maxNumber = 999;

/**
 * The ids of chapters, two digits or more: their printed numbers if those rise through the book, else their positions
 * from 1.
 */
export function chapterIds(chapters: readonly ChapterNode[]): string[] {
  const rises = chapters.every(
    ({ number }, i) => number <= maxNumber && number > (chapters[i - 1]?.number ?? -Infinity),
  );
  return chapters.map(({ number }, index) => twoDigits(rises ? number : index + 1));
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
