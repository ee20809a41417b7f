import type { TocLine } from './line/contents-line.ts';
import { must } from '../../../src/lib/must.ts';

/** Which lines head chapters and which head rules. */
export interface Levels {
  /** Numbering scheme of chapters and rules; `undefined` if they have none. */
  chapter: string | undefined;
  rule: string | undefined;
  /** Rank of the chapters' scheme; what ranks above it heads a part. */
  chapterRank: number;
  of(line: TocLine): 'chapter' | 'rule' | undefined;
  /** Whether the line's numbering is one of the book's, and no part of its title. */
  numbered(line: TocLine): boolean;
}

/** Ranks of lines without a numbering: always the deepest level. */
const bulletRank = 90;
const plainRank = 99;

/** Tell the levels of a table of contents apart. `undefined` if it has no lines. */
export function chooseLevels(lines: TocLine[]): Levels | undefined {
  if (lines.length === 0) return undefined;
  const stray = strayNumberings(lines);
  const numbered = (line: TocLine): boolean =>
    line.numbering !== undefined && !stray.has(styleAndScheme(line));
  const classOf = (line: TocLine): string =>
    numbered(line) ? must(line.numbering).scheme : line.bullet ? 'bullet' : 'plain';
  const ranks = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const line of lines) {
    const name = classOf(line);
    ranks.set(name, numbered(line) ? must(line.numbering).rank : line.bullet ? bulletRank : plainRank);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const unnumbered = ranks.size > 0 && [...ranks.values()].every((rank) => rank >= bulletRank);
  if (unnumbered) return unnumberedLevels(lines, counts);
  const names = [...ranks.keys()].sort((a, b) => must(ranks.get(a)) - must(ranks.get(b)));
  const [chapter, rule] = pickTwo(names, ranks, counts);
  return {
    chapter,
    rule: rule === 'bullet' || rule === 'plain' ? undefined : rule,
    chapterRank: must(ranks.get(chapter)),
    of: (line) => {
      const name = classOf(line);
      if (name === chapter) return 'chapter';
      return name === rule ? 'rule' : undefined;
    },
    numbered,
  };
}

/** Schemes that number chapters, if there are parts above them. */
const chapterSchemes = /^(?:第[章回讲课]|模块|专题|chapter|lesson)$/;
/** Schemes of this rank and above divide a book into parts. */
const lowestPart = 1;

function isPart(name: string, ranks: Map<string, number>): boolean {
  return (ranks.get(name) ?? plainRank) <= lowestPart && !chapterSchemes.test(name);
}

/**
 * Choose the schemes of chapters and of rules among those of a book, which are given from the highest level
 * down.
 */
export function pickTwo(
  names: string[],
  ranks: Map<string, number>,
  counts: Map<string, number>,
): [string, string | undefined] {
  let [first, second] = names as [string, string | undefined];
  // 第一编 › 第一章: an entry above chapters is a part, even if the table lists nothing below the chapters.
  if (second !== undefined && names.length === 2 && isPart(first, ranks) && chapterSchemes.test(second))
    [first, second] = [second, undefined];
  if (names.length > 2) {
    const zhang = names.indexOf('第章');
    if (zhang >= 0 && zhang < names.length - 1) first = '第章';
    else if (ranks.get(must(names[0])) === 0) first = must(names[1]);
    second = names[names.indexOf(first) + 1];
    const last = must(names.at(-1));
    // Unnumbered lines are rules if there are more of them than of the entries above them (第一篇 › 第1讲 › titles).
    if (
      must(ranks.get(last)) >= bulletRank &&
      second !== last &&
      must(counts.get(last)) > must(counts.get(must(second)))
    ) {
      if (zhang < 0) first = must(second);
      second = last;
    }
  }
  return [first, second];
}

/** Chapters and rules told apart by bullets, by having no page, or by indentation. */
function unnumberedLevels(lines: TocLine[], counts: Map<string, number>): Levels {
  const shared = { chapter: undefined, rule: undefined, chapterRank: plainRank, numbered: () => false };
  if (counts.has('bullet') && counts.has('plain'))
    return { ...shared, of: (line) => (line.bullet ? 'rule' : 'chapter') };
  const pageless = lines.filter((line) => !line.paged).length;
  if (pageless > 0 && pageless * 2 <= lines.length && !must(lines[0]).paged)
    return { ...shared, of: (line) => (line.paged ? 'rule' : 'chapter') };
  // A line further left than the first one is none of the table's.
  const least = lines[0]?.indent ?? 0;
  return { ...shared, of: (line) => (line.indent > least ? 'rule' : 'chapter') };
}

/**
 * Numberings that only a minority of the lines of their style have, and that don't count up: 第一步先道歉 is a title
 * if other titles have no number.
 */
function strayNumberings(lines: TocLine[]): Set<string> {
  const plain = new Map<string, number>();
  const schemes = new Map<string, { style: string; rank: number; numbers: (number | undefined)[] }>();
  for (const line of lines) {
    const style = styleOf(line);
    if (!line.numbering) plain.set(style, (plain.get(style) ?? 0) + 1);
    else {
      const name = styleAndScheme(line);
      const scheme = schemes.get(name) ?? { style, rank: line.numbering.rank, numbers: [] };
      scheme.numbers.push(line.numbering.number);
      schemes.set(name, scheme);
    }
  }
  const stray = [...schemes].filter(([, { style, rank, numbers }]) => {
    const countsUp = numbers.length > 1 && numbers.every((number, i) => number === i + 1);
    return rank >= 5 && !countsUp && numbers.length < (plain.get(style) ?? 0);
  });
  return new Set(stray.map(([name]) => name));
}

function styleOf(line: TocLine): string {
  return line.bullet ? 'bullet' : line.paged ? 'paged' : 'plain';
}

function styleAndScheme(line: TocLine): string {
  return `${styleOf(line)} ${must(line.numbering).scheme}`;
}
