import { must } from '../../../../src/lib/must.ts';
import type { Toc } from '../../contents/toc.ts';
import type { Line } from '../../model.ts';
import type { Structure } from './structure-by.ts';

/** If the text has a smaller share of the listed chapters, the contents may be none, but a preface headed 目录. */
const minFound = 0.5;
/** If less of the text lies behind the first listed heading, the contents may list one part of the book only. */
export const minShareBelow = 0.6;
/** The text's own headings must have this much more of the text behind them to be taken instead. */
const minGain = 0.2;

/** Whether the text's own chapters are a better outline than the listed ones. */
export function isBetter(own: Structure, listed: Structure, toc: Toc, printed: Line[]): boolean {
  if (isHardlyFound(listed) && chaptersIn(own) > foundChapters(listed) && !isAmong(toc, own, printed))
    return true;
  const gains = startsBefore(own, printed[toc.start]) && shareBelow(own) > shareBelow(listed) + minGain;
  return gains && chaptersIn(own) > 1;
}

/** Whether the text has too few of the chapters that its contents list. */
export function isHardlyFound(structure: Structure): boolean {
  const chapters = structure.toc?.entries.filter(({ level }) => level === 'chapter').length ?? 0;
  return foundChapters(structure) < minFound * chapters;
}

/** How many chapters an outline has. */
export function chaptersIn({ headings }: Structure): number {
  return headings.filter(({ level }) => level === 'chapter').length;
}

/** How many of the listed chapters the text has. */
const foundChapters = ({ headings }: Structure): number =>
  headings.filter(({ level, entry }) => level === 'chapter' && entry !== undefined).length;
/** Whether a chapter starts before a line. */
const startsBefore = ({ headings, lines }: Structure, line: Line | undefined): boolean =>
  headings.some(({ level, first }) => level === 'chapter' && must(lines[first]).number < (line?.number ?? 0));

/** Whether an outline takes lines of the contents for chapters. */
function isAmong({ start, end }: Toc, { headings, lines }: Structure, printed: Line[]): boolean {
  const [from, to] = [must(printed[start]).number, printed[end]?.number ?? Infinity];
  return headings.some(({ level, first }) => {
    const { number } = must(lines[first]);
    return level === 'chapter' && number >= from && number < to;
  });
}

/** The share of the lines with text that are behind the first heading. */
export function shareBelow({ lines, headings, toc }: Structure): number {
  const isText = ({ text }: Line): boolean => text.trim() !== '';
  const listed = toc ? lines.slice(toc.start, toc.end).filter(isText).length : 0;
  const below = lines.slice(headings[0]?.first ?? lines.length).filter(isText).length;
  return below / Math.max(1, lines.filter(isText).length - listed);
}
