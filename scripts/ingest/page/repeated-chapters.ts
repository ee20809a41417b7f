import type { Dropped, Line } from '../model.ts';
import { numberingOf } from '../language/numbering.ts';

const chapterLabel = /^第.{1,8}[章回卷]$/;
const sectionLabel = /^第.{1,8}[节節]$/;

/** A chapter's label with nothing but a section behind it: 第一章 第二节, on one line or on two. */
interface Pair {
  at: number;
  label: string;
  /** The section’s heading if it is on the same line; empty if it is on the next. */
  rest: string;
}

/**
 * For books that repeat the chapter's label above each section: 第一章 第一节, 第一章 第二节. The first label of a chapter
 * becomes a line of its own. The later ones are removed, so that all sections are in one chapter.
 */
export function withoutRepeatedChapters(lines: Line[]): { lines: Line[]; dropped: Dropped[] } {
  const pairs = findPairs(lines);
  const repeated = pairs.filter(({ label }, i) => pairs[i - 1]?.label === label).length;
  if (repeated === 0) return { lines, dropped: [] };
  const dropped: Dropped[] = [];
  const byLine = new Map(
    pairs.map((pair, i) => [pair.at, { pair, isFirst: pairs[i - 1]?.label !== pair.label }]),
  );
  const kept = lines.flatMap((line, at): Line[] => {
    const { pair, isFirst = true } = byLine.get(at) ?? {};
    if (!pair || (isFirst && pair.rest === '')) return [line];
    if (!isFirst) dropped.push({ line: line.number, text: pair.label, reason: 'furniture' });
    const chapter = isFirst ? [{ ...line, text: pair.label }] : [];
    // An emptied line stays: it sets the section apart from the text above.
    const section = { ...line, text: pair.rest, pageBreak: line.pageBreak && !isFirst };
    return [...chapter, section];
  });
  return { lines: kept, dropped };
}

function findPairs(lines: Line[]): Pair[] {
  return lines.flatMap((line, at): Pair[] => {
    const text = line.text.trim();
    if (!text.startsWith('第') || text.length > 60) return [];
    const numbering = numberingOf(text);
    if (!numbering || !chapterLabel.test(numbering.label)) return [];
    // Only what is printed as the label can be taken out: a colon behind it would be lost.
    const rest = text.slice(numbering.label.length).trim();
    const below = rest === '' ? textBelow(lines, at) : rest;
    return sectionLabel.test(numberingOf(below)?.label ?? '') ? [{ at, label: numbering.label, rest }] : [];
  });
}

function textBelow(lines: Line[], at: number): string {
  return (
    lines
      .slice(at + 1, at + 4)
      .find(({ text }) => text.trim() !== '')
      ?.text.trim() ?? ''
  );
}
