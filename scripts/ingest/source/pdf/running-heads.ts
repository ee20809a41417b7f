import type { PageLayout, PageLine } from './page-lines.ts';

/** Share of a page's height at its top and bottom where running heads are looked for. */
const margin = 0.14;
/** Lines from the edge that may be running heads. */
const depth = 2;

const closingMarks = /^[，。！？；：、”’）》」』…]+$/;

/**
 * Find running heads and page numbers at the edges of pages: lines that repeat on many pages apart from their
 * numbers, and lines apart from the text at the same position on most pages.
 */
export function findRunningHeads(pages: readonly PageLayout[]): Set<PageLine> {
  // The full stop that a page's last line had no room for is text.
  const edges = pages.flatMap((page) => edgeLines(page)).filter(({ line }) => !closingMarks.test(line.text));
  const found = new Set<PageLine>();
  const few = Math.max(2, Math.min(4, Math.ceil(pages.length / 3)));
  for (const group of Map.groupBy(
    edges,
    ({ line, side }) => `${side} ${withoutNumbers(line.text)}`,
  ).values()) {
    const on = new Set(group.map(({ line }) => line.page)).size;
    const alike = group.every(({ line }) => Math.abs(line.top - (group[0]?.line.top ?? 0)) < 12);
    const numbers = isPageNumber(group[0]?.line.text ?? '');
    if ((on >= few && (alike || numbers)) || (numbers && alike && on >= 2))
      for (const { line } of group) found.add(line);
  }
  // Heads that name the chapter differ from page to page, but not their place.
  for (const group of Map.groupBy(
    edges,
    ({ line, side, near }) => `${side} ${Math.round(line.top / 3)} ${near}`,
  ).values()) {
    const on = new Set(group.map(({ line }) => line.page)).size;
    if (on < 4 || on * 2 < pages.length || !group.every(({ apart, line }) => apart && line.text.length <= 40))
      continue;
    for (const { line } of group) found.add(line);
  }
  return found;
}

interface Edge {
  line: PageLine;
  side: 'head' | 'foot';
  /** Counted from the edge. */
  near: number;
  /** More room lies between it and the text than between lines. */
  apart: boolean;
}

function edgeLines({ lines, height }: PageLayout): Edge[] {
  const sorted = [...lines].sort((a, b) => a.top - b.top);
  const edge = (line: PageLine, near: number, side: Edge['side'], next: PageLine | undefined): Edge => ({
    line,
    side,
    near,
    apart: next === undefined || Math.abs(next.top - line.top) > 1.9 * Math.max(line.size, next.size),
  });
  return [
    ...sorted
      .slice(0, depth)
      .filter(({ top }) => top < height * margin)
      .map((line, index) => edge(line, index, 'head', sorted[index + 1])),
    ...sorted
      .slice(-depth)
      .reverse()
      .filter(({ top }) => top > height * (1 - margin))
      .map((line, index) => edge(line, index, 'foot', sorted.at(-index - 2))),
  ];
}

function withoutNumbers(text: string): string {
  return isPageNumber(text) ? '#' : text.replace(/\d+/g, '#').replace(/\s+/g, '');
}

/** A number alone, plain or with dashes, in any of the ways that pages are counted. */
function isPageNumber(text: string): boolean {
  return /^(?:[-–—·•|\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—·•|\s]*|第\s*[\d一二三四五六七八九十百]{1,5}\s*页(?:\s*[,，/共]*\s*共?\s*\d+\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s+\d+.{0,10})$/i.test(
    text.trim(),
  );
}
