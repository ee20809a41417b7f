import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Line } from '../model.ts';
import { isFolio } from '../language/folio.ts';
import { frontKind, isBackHeading, isPartedTocHeading, isTocHeading } from '../language/section-words.ts';
import { looseNumberingOf, numberingOf } from '../language/numbering.ts';
import { chooseLevels, type Levels } from './levels.ts';
import { findUnnamedContents } from './unnamed-contents.ts';
import { cleanTitle, columns, isProse } from '../language/prose.ts';
import { hasHanPages, partRunOn, readTocLine, type TocLine } from './contents-line.ts';
import { must } from '../../../src/lib/must.ts';

/** A chapter or rule as the table of contents has it. */
export interface TocEntry {
  level: 'chapter' | 'rule';
  /** As printed; `undefined` if none is or it can't be read. */
  number: number | undefined;
  title: string;
  /** Its number as printed; empty without one. */
  label: string;
  /** What it is matched by. */
  key: string;
  page: number | null;
  line: number;
  /** It has no page where its neighbours have: an entry only if the body has its heading. */
  doubtful: boolean;
}

export interface Toc {
  /** Index of its first line (its heading) and of the line after its last. */
  start: number;
  end: number;
  entries: TocEntry[];
  /** How chapters and rules are numbered in it. */
  levels: Levels;
}

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
      // Headings are read without numbers of a loose form, so that they are known by all of their words.
      key: matchKey(numbering && !numberingOf(line.whole) ? cleanTitle(line.whole) : title),
      page: line.page,
      line: line.line.number,
      doubtful,
    });
  }
  if (entries.length === 0) return undefined;
  return { start, end, entries: levels.rule === undefined ? withLastChapters(entries) : entries, levels };
}

/** Leave out the running text and the quotations that some tables have below their entries. */
function withoutSummaries(own: Line[]): Line[] {
  const titles = own.filter(({ text }) => !isRunningText(text));
  return titles.length === own.length ? own : titles.filter(({ text }) => !/^\s*[“「『"]/.test(text));
}

/** Chapters without a rule, before lines behind the last chapter are no rules either. */
const fewestBare = 3;

/** Unnumbered lines behind the last of many chapters that have no rules are chapters too: 总论, 年表. */
function withLastChapters(entries: TocEntry[]): TocEntry[] {
  const first = entries.findIndex(({ level }) => level === 'rule');
  const isTail = first >= fewestBare && entries.slice(first).every(({ level }) => level === 'rule');
  return isTail
    ? entries.map((entry) => ({ ...entry, level: 'chapter' as const, doubtful: false }))
    : entries;
}

/** If this share of the lines has a page, lines without one behind the last of them are below the table. */
const minPagedShare = 0.8;

/** Take what has no page off the end of a table whose lines have one: an author's name, a date. Returns where it ends. */
function withoutByline(printed: TocLine[], lines: Line[], end: number): number {
  let left = end;
  const paged = printed.filter(({ page }) => page !== null).length;
  for (
    let last = printed.at(-1);
    last && !last.paged && !last.bullet && !last.numbering && paged >= minPagedShare * (printed.length - 1);
    last = printed.at(-1)
  ) {
    printed.pop();
    left = lines.lastIndexOf(last.line, left);
  }
  return left;
}

/** 前言, 参考文献, 附录: lines of a table of contents that open no chapter and no rule. */
function isLoose(line: TocLine): boolean {
  return frontKind(line.title) !== undefined || isBackHeading(line.title);
}

/** A numbering alone on its line (第1章) takes the line below as its title. */
function joinLabels(printed: TocLine[]): TocLine[] {
  const joined: TocLine[] = [];
  for (let i = 0; i < printed.length; i += 1) {
    const line = must(printed[i]);
    const next = printed[i + 1];
    if (line.numbering && line.title === '' && next && !next.numbering && !next.bullet) {
      joined.push({
        ...next,
        numbering: line.numbering,
        page: next.page ?? line.page,
        paged: next.paged || line.paged,
      });
      i += 1;
    } else if (line.title !== '') joined.push(line);
  }
  return joined;
}

/** Numbers in front that don't count the lines are pages, if no line has a page behind: 12 title, 15 title, 20 title. */
function readPagesInFront(printed: TocLine[]): void {
  const numbered = printed.filter(({ numbering }) => numbering?.scheme === 'N');
  const others = printed.some(({ numbering }) => numbering !== undefined && numbering.scheme !== 'N');
  if (!others || numbered.length < 3 || printed.some(({ paged }) => paged)) return;
  let last = 0;
  let steps = 0;
  for (const { numbering } of numbered) {
    const number = must(numbering).number ?? 0;
    if (number === last + 1 || number === 1) steps += 1;
    last = number;
  }
  if (steps * 2 > numbered.length) return;
  for (const line of numbered) {
    line.page = must(line.numbering).number ?? null;
    line.paged = true;
    line.numbering = undefined;
    line.whole = line.title;
  }
}

/** Fewer lines with numbers of a form that only its use makes one are titles that begin so. */
const fewestLoose = 4;
/** This share of them count up by one. */
const minLooseSteps = 0.8;

/** Numbers of a form that only its use makes one, if most lines that have no other number count up by it: 卷一文上, 01章 标题. */
function readLooseNumbers(printed: TocLine[]): void {
  const plain = printed.filter(({ numbering, bullet }) => !numbering && !bullet);
  const read = plain.flatMap((line) => {
    const numbering = looseNumberingOf(line.whole);
    return numbering?.number !== undefined && numbering.length < line.whole.length
      ? [{ line, numbering }]
      : [];
  });
  for (const own of Map.groupBy(read, ({ numbering }) => numbering.scheme).values()) {
    const steps = own.filter(
      ({ numbering }, i) => (numbering.number ?? 0) - (own[i - 1]?.numbering.number ?? 0) === 1,
    );
    if (
      own.length < fewestLoose ||
      own.length * 2 < plain.length ||
      steps.length < minLooseSteps * own.length
    )
      continue;
    for (const { line, numbering } of own) {
      line.numbering = numbering;
      line.title = line.whole.slice(numbering.length).trim();
    }
  }
}

/** Lines that tell how a table prints its pages. */
const sampledLines = 300;

function findEnd(lines: Line[], start: number): number {
  const seen: TocLine[] = [];
  const hanPages = hasHanPages(lines.slice(start + 1, start + sampledLines));
  const listed = new Listed();
  let top = Infinity;
  for (let i = start + 1; i < lines.length; i += 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    if (must(lines[i]).format?.kind === 'heading') return backToHeadings(lines, start, i, seen);
    if (isRunningText(text)) {
      if (goesOn(lines, i, seen)) continue;
      return backToHeadings(lines, start, i, seen);
    }
    // The very line again, above text: 01 标题, whose number may be a page's.
    if (listed.printsAgain(text.trim(), isAboveText(lines, i))) return i;
    const line = readTocLine(must(lines[i]), hanPages);
    if (!line.paged && frontKind(text) !== undefined && opensProse(lines, i)) return i;
    const rank = line.numbering?.rank ?? Infinity;
    const isMarked = line.bullet && !line.numbering;
    if (rank <= top && (!isMarked || isAboveText(lines, i)) && listed.hasRecurred(line)) return i;
    top = Math.min(top, line.bullet && !line.numbering ? Infinity : rank);
    seen.push(line);
    listed.add(line);
  }
  return lines.length;
}

/** An entry may have a summary of this many lines below it. */
const longestSummary = 24;

/**
 * Whether a table of contents goes on behind running text, as where each entry has a summary or a quotation: the next
 * number of its chapters follows before long, and the body prints that very line once more.
 */
function goesOn(lines: Line[], index: number, seen: TocLine[]): boolean {
  const last = seen.findLast(
    ({ numbering }) => numbering?.number !== undefined && numbering.rank < 4,
  )?.numbering;
  const next = (last?.number ?? 0) + 1;
  let left = longestSummary;
  for (let i = index + 1; i < lines.length && left > 0; i += 1) {
    const text = must(lines[i]).text.trim();
    if (text === '') continue;
    left -= 1;
    const { numbering, title } = readTocLine(must(lines[i]));
    if (
      !numbering ||
      numbering.rank >= 4 ||
      numbering.number !== next ||
      numbering.scheme !== (last ?? numbering).scheme
    )
      continue;
    const key = matchKey(title);
    return (
      key !== '' &&
      lines.slice(i + 1).some(({ text: below }) => below.length < 100 && matchKey(below).endsWith(key))
    );
  }
  return false;
}

/** The lines of a table of contents so far, by what they would be known by if the body printed them again. */
class Listed {
  private readonly printed = new Set<string>();
  /** Whether a line known by this has no page. */
  private readonly pageless = new Map<string, boolean>();

  add(line: TocLine): void {
    // A dash in the table of contents may be a number in the body.
    const dashed = line.bullet && !line.numbering ? [`- ${matchKey(line.title)}`] : [];
    for (const name of [nameOf(line), ...dashed]) {
      this.pageless.set(name, (this.pageless.get(name) ?? false) || !line.paged);
    }
  }

  /** Whether a line that may head text is one of them word for word. */
  printsAgain(text: string, isAbove: boolean): boolean {
    const isAgain = isAbove && this.printed.has(text);
    this.printed.add(text);
    return isAgain;
  }

  /** Whether a line prints one of them again: then at most one of the two has a page. */
  hasRecurred(line: TocLine): boolean {
    const dashed = line.numbering && line.title !== '' ? [`- ${matchKey(line.title)}`] : [];
    return [nameOf(line), ...dashed].some((name) => {
      const pageless = this.pageless.get(name);
      return pageless !== undefined && (pageless || !line.paged);
    });
  }
}

/** A line's number, or its title if it has none that can be read. */
function nameOf({ numbering, title }: TocLine): string {
  if (numbering?.number !== undefined)
    return `${numbering.scheme} ${numbering.parent ?? ''} ${numbering.number}`;
  return `${numbering?.scheme ?? ''} ${matchKey(title)}`;
}

/** Columns of the widest entry: sixty Chinese characters. */
const widestEntry = 120;

/** Running text, which no table of contents has. */
function isRunningText(text: string): boolean {
  const trimmed = text.trim();
  if (/[。！!；;]["”’」』）)]*$/.test(trimmed) || columns(trimmed) > widestEntry) {
    const line = readTocLine({ number: 1, text, pageBreak: false });
    return !line.paged && !line.bullet && isProse(trimmed);
  }
  return false;
}

/** Whether the next line that isn't empty is running text. */
function isAboveText(lines: Line[], index: number): boolean {
  const below = lines.slice(index + 1, index + 6).find(({ text }) => text.trim() !== '');
  return below !== undefined && isRunningText(below.text);
}

/** Whether running text follows, hard-wrapped or not, before any further line of a table of contents. */
function opensProse(lines: Line[], index: number): boolean {
  let left = 6;
  for (let i = index + 1; i < lines.length && left > 0; i += 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    const line = readTocLine(must(lines[i]));
    if (line.paged || line.bullet || (line.numbering !== undefined && line.numbering.rank < 6)) return false;
    if (isRunningText(text) || /[。！]/.test(text)) return true;
    left -= 1;
  }
  return false;
}

/** From running text at `index`, go back over the headings right above it that are no lines of the table. */
function backToHeadings(lines: Line[], start: number, index: number, seen: TocLine[]): number {
  const keys = new Map<string, number>();
  for (const line of seen) keys.set(matchKey(line.title), (keys.get(matchKey(line.title)) ?? 0) + 1);
  let end = index;
  let left = 4;
  for (let i = index - 1; i > start && left > 0; i -= 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    left -= 1;
    const line = readTocLine(must(lines[i]));
    if (line.paged) break;
    if (line.bullet && (keys.get(matchKey(line.title)) ?? 0) < 2) break;
    if (frontKind(text) !== undefined || (keys.get(matchKey(line.title)) ?? 0) > 1) end = i;
  }
  return end;
}
