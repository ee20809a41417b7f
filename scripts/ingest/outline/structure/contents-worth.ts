import type { Toc } from '../../contents/toc.ts';
import { numberingOf } from '../../language/numbering.ts';
import type { Line } from '../../model.ts';
import type { Heading } from '../../page/heading.ts';
import { longestChapterTitle } from './longest-title.ts';
import type { Structure } from './structure-by.ts';

/** Contents are passed over if the text has this many times as many chapters as they list. */
export const minTimesListed = 2;
/** The source's format must mark at least this share of the listed headings, and this many. */
const minMarked = 0.8;
const fewestMarked = 3;

/**
 * Whether the source's format marks the listed headings, so that its levels can be trusted over the contents. They can't
 * if it marks a chapter and a rule alike.
 */
export function isMarked({ headings, lines }: Structure): boolean {
  const listed = headings.filter(({ entry }) => entry !== undefined);
  const isHeading = ({ first }: Heading): boolean => lines[first]?.format?.kind === 'heading';
  const marksOf = (wanted: Heading['level']): (number | undefined)[] =>
    listed.flatMap(({ level, first }) => (level === wanted ? [lines[first]?.format?.level] : []));
  const ofChapters = new Set(marksOf('chapter'));
  return (
    listed.length >= fewestMarked &&
    !marksOf('rule').some((mark) => ofChapters.has(mark)) &&
    listed.filter(isHeading).length >= minMarked * listed.length &&
    listed.every((heading) => heading.level !== 'chapter' || isHeading(heading))
  );
}

/** Whether far more chapters start behind the contents than they list, as if they had been read badly. */
export function isPoor({ entries, end }: Toc, lines: Line[]): boolean {
  const listed = entries.filter(({ level }) => level === 'chapter').length;
  const labels = new Set<string>();
  for (const { text } of lines.slice(end)) {
    const words = text.length <= longestChapterTitle * 2 ? text.trim() : '';
    if (!words.startsWith('第') || words.length > longestChapterTitle) continue;
    const label = numberingOf(words)?.label ?? '';
    if (/[章回讲課课]$/.test(label)) labels.add(label);
    if (labels.size >= minTimesListed * listed) return true;
  }
  return false;
}
