import { must } from '../../../src/lib/must.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import { isFolio } from '../language/folio.ts';
import { numberingOf } from '../language/numbering.ts';
import { cleanTitle } from '../language/prose.ts';
import { isPartedTocHeading, isTocHeading } from '../language/words/section-words.ts';
import type { Line } from '../model.ts';
import { findEnd } from './end/find-end.ts';
import { chooseLevels } from './levels.ts';
import { hasHanPages, partRunOn, readTocLine } from './line/contents-line.ts';
import { readLooseNumbers, readPagesInFront } from './printed/numbers-by-use.ts';
import { isLoose, joinLabels, withoutByline, withoutSummaries } from './printed/table-lines.ts';
import type { Toc, TocEntry } from './toc.ts';
import { findUnnamedContents } from './unnamed-contents.ts';

/**
 * Find the table of contents and read it. It ends where a chapter of it recurs, or where running text starts.
 * @returns `undefined` if there is none, or none with entries
 */
export function readToc(lines: Line[]): Toc | undefined {
  for (let start = 0; start < lines.length; start += 1) {
    const heading = headingAt(lines, start);
    if (heading < 0) continue;
    const toc = readFrom(lines, heading, findEnd(lines, heading));
    if (toc) return { ...toc, start };
  }
  const unnamed = findUnnamedContents(lines);
  const toc = unnamed && readFrom(lines, unnamed.start - 1, unnamed.end);
  return toc && { ...toc, start: unnamed.start };
}

/** The last line of a heading of contents that starts at a line; −1 if none does. */
function headingAt(lines: Line[], start: number): number {
  const { text } = must(lines[start]);
  if (isTocHeading(text)) return start;
  if (!text.includes('目')) return -1;
  const next = lines.findIndex((line, at) => at > start && line.text.trim() !== '');
  return next > 0 && isPartedTocHeading(text, must(lines[next]).text) ? next : -1;
}

/** Read the table between its heading and its end; `undefined` if no line of it is an entry. */
function readFrom(lines: Line[], start: number, foundEnd: number): Toc | undefined {
  let end = foundEnd;
  const own = withoutSummaries(
    lines
      .slice(start + 1, end)
      .filter(({ text }) => text.trim() !== '' && !isFolio(text) && !isTocHeading(text)),
  ).flatMap(partRunOn);
  const hanPages = hasHanPages(own);
  const printed = joinLabels(
    own
      .map((line) => readTocLine(line, hanPages))
      .filter((line) => line.bullet || line.numbering !== undefined || !isLoose(line)),
  );
  readPagesInFront(printed);
  readLooseNumbers(printed);
  end = withoutByline(printed, lines, end);
  const levels = chooseLevels(printed);
  if (!levels) return undefined;
  const entries: TocEntry[] = [];
  const mostPaged = printed.filter((line) => line.paged).length * 2 > printed.length;
  for (const line of printed) {
    const level = levels.of(line);
    if (!level || (level === 'rule' && entries.length === 0)) continue;
    const numbering = levels.numbered(line) ? line.numbering : undefined;
    const title = cleanTitle(numbering ? line.title : line.whole);
    if (title === '') continue;
    const doubtful = level === 'rule' && mostPaged && !line.paged && !line.bullet && !numbering;
    entries.push({
      level,
      number: numbering?.number,
      title,
      label: numbering?.label ?? '',
      // 概念一 is no number to those who read the headings, so the key keeps it.
      key: matchKey(numbering && !numberingOf(line.whole) ? cleanTitle(line.whole) : title),
      page: line.page,
      line: line.line.number,
      doubtful,
    });
  }
  if (entries.length === 0) return undefined;
  return { start, end, entries: levels.rule === undefined ? withLastChapters(entries) : entries, levels };
}

/** So many chapters without rules must come before the first rule, for it to be a chapter as well. */
const fewestBare = 3;

/** Make chapters of unnumbered lines behind the last of many chapters without rules: 总论, 年表. */
function withLastChapters(entries: TocEntry[]): TocEntry[] {
  const first = entries.findIndex(({ level }) => level === 'rule');
  const isTail = first >= fewestBare && entries.slice(first).every(({ level }) => level === 'rule');
  return isTail
    ? entries.map((entry) => ({ ...entry, level: 'chapter' as const, doubtful: false }))
    : entries;
}
