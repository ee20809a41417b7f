import { must } from '../../../../src/lib/must.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import { isFolio, numberIn } from '../../language/folio.ts';
import { startsItem, startsQuote, visibleLength } from '../../language/prose.ts';
import { countUpTo } from '../../sorted.ts';
import type { LineFormat } from '../../model.ts';
import type { BodyLines } from '../body-lines.ts';
import type { ForcedHeading, Heading } from '../heading.ts';
import { hasPageBreaks, pageNumbers } from './page-numbers.ts';
import { isLone, placeOf, type Surroundings } from './places.ts';
import { repeatsTitle, withoutNumbers } from './repeated-titles.ts';
import { stamps } from './stamps.ts';

/** A kind of page furniture: the same words again and again, or page numbers. */
interface FurnitureGroup {
  text: string;
  /** Indexes of its lines. */
  lines: number[];
}

export interface Furniture {
  lines: Set<number>;
  groups: FurnitureGroup[];
}

const maxLength = 40;
/** A line wider than this share of a full line is running text that happens to recur. */
const maxShareOfWidth = 0.7;

/** What is known when lines that recur are judged. */
interface Pages extends Surroundings {
  titles: Set<string>;
  names: string[];
  /** The chapters' headings. */
  chapters: Heading[];
  /** Their first lines. */
  chapterStarts: number[];
  /** Their last lines. */
  chapterLines: ReadonlySet<number>;
  /** The text shows where its pages end. */
  isPaged: boolean;
}

/**
 * Find page furniture in the body: page numbers, running heads and running feet. A line is a running head if it
 * repeats a title away from that heading. It is also one if it recurs at page ends: within sentences, beside
 * page numbers, before headings. A line that gives the source of a chapter's epigraph is never one.
 * @param titles keys of the titles of chapters, rules and the book, which running heads repeat
 * @param names what the book is called
 */
export function findFurniture(
  body: BodyLines,
  headings: Heading[],
  titles: Set<string>,
  forced: ForcedHeading,
  names: string[] = [],
): Furniture {
  const claimed = new Set(headings.flatMap(({ first, last }) => range(first, last)));
  const { folios, candidates } = readCandidates(body, claimed, forced);
  const numbers = pageNumbers(folios, body);
  const repeated = new Set([...candidates.values()].filter((lines) => lines.length > 1).flat());
  const around: Surroundings = {
    body,
    claimed,
    isEdge: (index) => repeated.has(index) || isFolio(body.text(index)),
  };
  const heads = [...candidates]
    .filter(([key, lines]) => lines.length > 1 || repeatsTitle(key, titles))
    .map(([, lines]) => lines);
  const isPaged =
    numbers.length > 1 ||
    hasPageBreaks(body) ||
    heads.some((lines) => countsPages(lines, body)) ||
    cutOften(heads, around);
  const chapters = headings.filter(({ level }) => level === 'chapter');
  const chapterLines = new Set(chapters.map(({ last }) => last));
  const chapterStarts = chapters.map(({ first }) => first);
  const pages: Pages = { ...around, titles, names, chapters, chapterStarts, chapterLines, isPaged };
  const recurring = [...candidates].map(([key, lines]) =>
    repeatsTitle(key, titles) ? repeatedTitles(key, lines, pages) : runningHeads(lines, pages),
  );
  const groups = [
    ...(numbers.length > 0 ? [{ text: firstTexts(numbers, body), lines: numbers }] : []),
    ...[...stamps(candidates, around, chapters), ...recurring].flatMap((lines) => groupOf(lines, body)),
  ];
  return { lines: new Set(groups.flatMap((group) => group.lines)), groups };
}

function groupOf(lines: number[], body: BodyLines): FurnitureGroup[] {
  const [first] = lines;
  return first === undefined ? [] : [{ text: body.text(first), lines }];
}

function firstTexts(lines: number[], body: BodyLines): string {
  return lines
    .slice(0, 3)
    .map((i) => body.text(i))
    .join(', ');
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Lines that can be page numbers, and lines that can be running heads by their words without numbers. */
function readCandidates(
  body: BodyLines,
  claimed: ReadonlySet<number>,
  forced: ForcedHeading,
): { folios: number[]; candidates: Map<string, number[]> } {
  const folios: number[] = [];
  const candidates = new Map<string, number[]>();
  for (let i = body.start; i < body.end; i += 1) {
    const printed = body.lines[i]?.text ?? '';
    const text = printed.trim();
    if (
      text === '' ||
      isSetByFormat(body.lines[i]?.format) ||
      printed.length > maxLength * 3 ||
      claimed.has(i) ||
      forced(text, must(body.lines[i])) === 'prose'
    )
      continue;
    if (isFolio(text)) {
      if (!isYear(text)) folios.push(i);
      continue;
    }
    const key = canRecur(text) && !isFullLine(i, body) ? withoutNumbers(matchKey(text)) : '';
    if (key !== '') pushTo(candidates, key, i);
  }
  return { folios, candidates };
}

/** Whether the format knows a line to be no running text: code, a row, an item. No page has such a head. */
function isSetByFormat(format: LineFormat | undefined): boolean {
  return format !== undefined && format.kind !== 'paragraph' && format.kind !== 'heading';
}

function isFullLine(index: number, body: BodyLines): boolean {
  const { width, measure } = body.wrapping;
  return width > 0 && measure(body.text(index)) > maxShareOfWidth * width && !body.isolated(index);
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text);
}

/** Ends, starts and contents that no running head has: those of sentences, labels, list items and dialogue. */
const neverRecurs = [
  /[。！？；：，、?!;:,”’」』]$/,
  /^[【〖［□☐]/,
  /[。！？；]/,
  /，.*，/,
  /^[（(].*[)）]$/,
  /^[^（(]*[)）]$/,
];

/** Whether a line can be a running head at all. */
function canRecur(text: string): boolean {
  return (
    visibleLength(text) <= maxLength &&
    !neverRecurs.some((pattern) => pattern.test(text)) &&
    !startsQuote(text) &&
    !(startsItem(text) && /[，。]/.test(text))
  );
}

/** So many page numbers rise for one that is misread. */
const minRisesToFall = 10;

/** Whether the same words come with a number that rises from line to line, as at the head of pages. */
function countsPages(lines: number[], body: BodyLines): boolean {
  if (lines.length < 2) return false;
  const numbers = lines.map((i) => {
    const match = /^([0-9０-９]{1,4})\s|[\s·|/-]([0-9０-９]{1,4})$/.exec(body.text(i));
    return match ? (numberIn(match[0]) ?? 0) : 0;
  });
  // A page number or two may be misread.
  const falls = numbers.filter((number, i) => number <= (numbers[i - 1] ?? 0)).length;
  return falls * minRisesToFall <= numbers.length && (falls === 0 || numbers.length > minRisesToFall);
}

/** Whether lines that recur are found within sentences more than once: where pages end. */
function cutOften(heads: number[][], around: Surroundings): boolean {
  const all = heads.flat();
  const cuts = all.filter((i) => placeOf(i, around) === 'cuts').length;
  return cuts > 1 && cuts * 10 >= all.length;
}

/** Of lines that repeat a title, those that are no heading: on a page's edge, or once more where the heading just stood. */
function repeatedTitles(key: string, lines: number[], pages: Pages): number[] {
  return lines.filter(
    (i) =>
      pages.isPaged ||
      namesOwnChapter(i, pages) ||
      repeatsAbove(i, key, pages) ||
      placeOf(i, pages) === 'cuts',
  );
}

/** Lines that recur, if their places are those of running heads; else none. */
function runningHeads(lines: number[], pages: Pages): number[] {
  const rest = lines.filter((i) => !isAttribution(i, pages));
  const [only] = rest;
  if (only === undefined) return [];
  if (rest.length === 1) return pages.isPaged && isLone(only, pages) ? rest : [];
  const places = rest.map((i) => placeOf(i, pages));
  const count = (place: (typeof places)[number]) => places.filter((each) => each === place).length;
  if (!headPages(count('cuts'), count('page'), count('heading'), rest.length, pages.isPaged)) return [];
  // What heads pages gives no epigraph's source, where a page ends right behind one.
  return rest.length * 2 >= lines.length ? lines : rest;
}

/** Fewer lines of the same words that interrupt sentences head no pages if nothing else shows where a page ends. */
const fewestUnpaged = 3;

/**
 * Whether lines with the same words are running heads. It counts how many of them interrupt a sentence, are at
 * the edge of a page or come before a heading. A sub-heading never interrupts a sentence and is never right
 * above a heading; a running head does both.
 */
function headPages(
  cuts: number,
  atEdge: number,
  beforeHeading: number,
  all: number,
  isPaged: boolean,
): boolean {
  const onPages = cuts + atEdge;
  const isSure = isPaged || (all >= fewestUnpaged && (cuts * 2 >= all || cuts + beforeHeading === all));
  if (cuts > 0 && isSure) return true;
  if (atEdge > 0 && onPages * 2 >= all) return true;
  return isPaged && beforeHeading > 0 && (all >= 4 || onPages + beforeHeading === all);
}

/** Whether a line of its own repeats the title of the chapter it is in, or the book's name: then it heads a page. */
function namesOwnChapter(index: number, { body, chapters, chapterStarts, names }: Pages): boolean {
  const chapter = chapters[countUpTo(chapterStarts, index - 1) - 1];
  if (!chapter || !body.isolated(index)) return false;
  const { title, whole, label } = chapter;
  const key = withoutNumbers(matchKey(body.text(index)));
  return [title, whole, title + label, label + title, ...names].some(
    (printed) => withoutNumbers(matchKey(printed)) === key,
  );
}

/** The lines of a chapter's own contents, between its heading and its text, are at most this many. */
const maxOwnContents = 40;

/** Whether a title is printed once more right below its heading, or in a chapter's own list of what it holds. */
function repeatsAbove(index: number, key: string, { body, titles, claimed }: Pages): boolean {
  let above = body.previous(index);
  for (let left = maxOwnContents; left > 0 && above >= 0 && !claimed.has(above); left -= 1) {
    if (!titles.has(matchKey(body.text(above)))) return false;
    above = body.previous(above);
  }
  if (!claimed.has(above)) return false;
  return titles.has(key) || matchKey(body.text(above)).endsWith(key);
}

/** Whether a line names who said a chapter's epigraph: the short line behind the first text below a chapter's heading. */
function isAttribution(index: number, { body, chapterLines, claimed }: Pages): boolean {
  let above = body.previous(index);
  for (let left = 3; above >= 0 && left > 0; left -= 1, above = body.previous(above)) {
    if (chapterLines.has(above)) return left < 3;
    if (claimed.has(above)) return false;
  }
  return false;
}
