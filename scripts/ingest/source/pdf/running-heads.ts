import { startsClause, startsItem } from '../../language/prose.ts';
import type { PageLayout, PageLine } from './lines/page-lines.ts';

/** Share of a page's height at its top and bottom where running heads are looked for. */
const margin = 0.14;
/** Lines from the edge that may be running heads. */
const depth = 2;
/** Share of a page's height that a block of lines which pages share may take, and of the pages that have it. */
const [blockReach, blockPages] = [0.3, 0.6];
/** Larger than the text by this factor is a title, no running head. */
const titleSize = 1.12;

const closingMarks = /^[，。！？；：、”’）》」』…]+$/;

/**
 * Find running heads and page numbers at the edges of pages: lines that repeat on many pages apart from their
 * numbers, lines apart from the text at the same position on most pages, and whole blocks that pages share.
 * @param usual the size of the text
 */
export function findRunningHeads(pages: readonly PageLayout[], usual: number): Set<PageLine> {
  // The full stop that a page's last line had no room for is text.
  const edges = pages.flatMap((page) => edgeLines(page)).filter(({ line }) => !closingMarks.test(line.text));
  const found = new Set<PageLine>();
  const opensPage = openings(pages);
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
    if (areTitles(group, usual)) continue;
    for (const { line } of group) if (!opensPage(line)) found.add(line);
  }
  for (const line of findBlocks(pages, usual)) found.add(line);
  return found;
}

/** Tells the numbered lines that come once: a head repeats what the text says, and they are headings that happen to open their page. */
function openings(pages: readonly PageLayout[]): (line: PageLine) => boolean {
  const counts = new Map<string, number>();
  for (const { text } of pages.flatMap(({ lines }) => lines)) {
    const key = withoutNumbers(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return ({ text }) =>
    (startsItem(text) || startsClause(text) || text.startsWith('第')) &&
    counts.get(withoutNumbers(text)) === 1;
}

/** Each page of slides, and of many a company's sheets, opens with a title of its own in large type. */
function areTitles(group: readonly Edge[], usual: number): boolean {
  const texts = new Set(group.map(({ line }) => withoutNumbers(line.text)));
  return texts.size > 0.6 * group.length && group.every(({ line }) => line.size >= usual * titleSize);
}

/**
 * Blocks of lines at the top of pages that nearly all pages share, such as the framed head of a controlled
 * document: its firm, number, version, title and “page 3 of 6”. Where it stands first, its title stays; and all of
 * it does if no number in it counts the pages, since that may be the head of a long table.
 */
function findBlocks(pages: readonly PageLayout[], usual: number): PageLine[] {
  const tops = pages.map(({ lines, height }) =>
    lines.filter(({ top }) => top < height * blockReach).sort((a, b) => a.top - b.top),
  );
  const few = Math.max(3, blockPages * pages.length);
  const shared = new Set<PageLine>();
  const counting = new Set<PageLine>();
  for (const group of Map.groupBy(
    tops.flat(),
    ({ text, top }) => `${Math.round(top / 6)} ${withoutNumbers(text)}`,
  ).values()) {
    if (new Set(group.map(({ page }) => page)).size < few) continue;
    for (const line of group) shared.add(line);
    if (new Set(group.map(({ text }) => text)).size > group.length / 2)
      for (const line of group) counting.add(line);
  }
  const blocks = tops.map((lines) => {
    const end = lines.findIndex((line) => !shared.has(line));
    return end === -1 ? [] : lines.slice(0, end);
  });
  const [first = [], ...others] = blocks.filter(({ length }) => length > depth);
  const counts = first.some((line) => counting.has(line));
  return [...first.filter(({ size }) => counts && size < usual * titleSize), ...others.flat()];
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
