import type { PageLayout, PageLine } from './lines/page-lines.ts';

/** Lines that tell the edges of a column of the book, and those of one page. */
export const [fewLines, manyLines] = [5, 8];
/** Lines that are set in by these many characters open a paragraph, in a book where this share of them are. */
const [minIndent, maxIndent, indentedShare] = [1.2, 3, 0.08];
/** A gap between lines that has this share of all is no exception. */
const oftenShare = 0.1;

/** How most of a book's lines are set. */
export interface Setting {
  size: number;
  left: number;
  right: number;
  /** From baseline to baseline. */
  leading: number;
  /** Paragraphs are set in on their first line. */
  indented: boolean;
}

/** Size of most of the text: larger is prominent. */
export function usualSize(pages: readonly PageLayout[]): number {
  return measure(pages.flatMap(({ lines }) => lines)).size;
}

function mode(values: [value: number, weight: number][]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * The smallest gap between baselines that is no exception. If paragraphs are short, the gaps between them are
 * the more frequent ones.
 */
function smallestOften(gaps: number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= oftenShare * gaps.length).map(([gap]) => gap);
  return often.length > 0 ? Math.min(...often) : undefined;
}

/** How most of some lines are set. */
export function measure(lines: PageLine[]): Setting {
  const size = mode(lines.map((line) => [line.size, line.text.length]));
  const text = lines.filter((line) => Math.abs(line.size - size) < 0.6);
  const gaps: number[] = [];
  for (const [index, line] of text.entries()) {
    const above = text[index - 1];
    const gap = above && above.page === line.page ? line.top - above.top : 0;
    if (gap > 0.5 * size && gap < 4 * size) gaps.push(Math.round(gap * 2) / 2);
  }
  const { left, right } = edges(text);
  const opening = text.filter(
    (line) => line.left - left > minIndent * size && line.left - left < maxIndent * size,
  );
  return {
    size,
    left,
    right,
    leading: smallestOften(gaps) ?? 1.5 * size,
    indented: opening.length >= indentedShare * text.length,
  };
}

/** Left and right edge of the text: where most lines begin, and as far as full lines reach. */
function edges(lines: PageLine[]): { left: number; right: number } {
  const lefts = new Map<number, number>();
  for (const { left } of lines) lefts.set(Math.round(left), (lefts.get(Math.round(left)) ?? 0) + 1);
  // The leftmost place at which many lines begin; the others are indents.
  const many = [...lefts]
    .filter(([, count]) => count >= Math.max(1, lines.length * 0.08))
    .map(([left]) => left);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return {
    left: many.length > 0 ? Math.min(...many) : (lines[0]?.left ?? 0),
    right: rights[Math.floor(rights.length * 0.95)] ?? 0,
  };
}

/** Odd and even pages have other margins, and so have columns. What has few lines is set as usual. */
export function settingsByColumn(
  lines: PageLine[],
  usual: Setting,
  atLeast: number,
  usualByColumn: ReadonlyMap<number, Setting> = new Map(),
): Map<number, Setting> {
  const settings = new Map<number, Setting>(usualByColumn);
  for (const [column, own] of Map.groupBy(lines, (line) => line.column)) {
    const text = own.filter((line) => Math.abs(line.size - usual.size) < 0.6);
    if (text.length >= atLeast) settings.set(column, { ...usual, ...edges(text) });
  }
  return settings;
}
