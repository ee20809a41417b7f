import { append } from '../append.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import { InputError } from '../input-error.ts';
import type { Book, ChapterNode, Dropped, Line, Paragraph, RuleNode } from '../model.ts';
import { alignHeadings } from '../headings/listed.ts';
import { BodyLines, keysOf } from '../page/body-lines.ts';
import { readMarkup } from '../page/markup.ts';
import { withoutRepeatedChapters } from '../page/repeated-chapters.ts';
import { splitArticles } from '../page/split/articles.ts';
import { splitDecimals } from '../page/split/decimals.ts';
import { splitHeadings } from '../page/split/headings.ts';
import { splitRunOn } from '../page/split/run-on.ts';
import { splitRunOnChapters } from '../page/split/run-on-chapters.ts';
import { fillNodes } from './fill.ts';
import { makeNodes } from './nodes.ts';
import { findExtraHeadings } from '../headings/unlisted.ts';
import { readFront } from './front.ts';
import { isBackHeading } from '../language/section-words.ts';
import { findFurniture, type Furniture } from '../page/furniture/furniture.ts';
import { forceHeadings } from '../headings/forced.ts';
import { numberingOf } from '../language/numbering.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import type { ForcedJoin } from '../page/joints.ts';
import { withUnnumberedRules } from '../headings/unnumbered.ts';
import { findLevels, type Leveled } from '../series/outline-levels.ts';
import type { OutlineLevel } from '../../../src/schemas/report.ts';
import { explain } from './explain.ts';
import { noHeadings } from './no-headings.ts';
import { Continuity } from '../page/continuity.ts';
import { gatherParagraphs } from '../page/paragraphs.ts';
import { endsSentence, hasOpenQuote, isNamedLine, isProse, visibleLength } from '../language/prose.ts';
import { splitListed } from '../contents/split-listed.ts';
import { readToc, type Toc } from '../contents/read-contents.ts';
import { must } from '../../../src/lib/must.ts';

/** What an editor decides about lines and paragraphs. */
interface Decisions {
  heading: ForcedHeading;
  join: ForcedJoin;
}

/** The outlined book, and what the checks need to know of how it came about. */
export interface Outline {
  book: Book;
  toc: Toc | undefined;
  /** In the order of the source. */
  headings: Heading[];
  /** The node that each heading opens. */
  nodes: Map<Heading, ChapterNode | RuleNode>;
  furniture: Furniture;
  /** Lines that a page-break join was made before. */
  joins: number[];
  /** Every line, without the marks of a markup. */
  lines: Line[];
  /** What the lines have lost: marks of a markup, repeated labels of chapters. */
  taken: Dropped[];
  leveled: Leveled;
  /** Why each level is what it is. */
  levels: OutlineLevel[];
  /** The full outline did not account for every character, and this is the plainest one. */
  isPlain: boolean;
  /** Line that the source breaks off in; `undefined` where it ends with a sentence. */
  truncated: number | undefined;
}

/**
 * Outline a book: table of contents, headings, front matter, page furniture, paragraphs, epigraphs.
 * @throws InputError if no chapter is found
 */
export function buildOutline(source: Line[], decisions: Decisions): Outline {
  const unmarked = readMarkup(source);
  const chaptered = withoutRepeatedChapters(splitHeadings(splitRunOnChapters(splitRunOn(unmarked.lines))));
  const { toc, lines, end, whole, headings, leveled } = findStructure(chaptered.lines, decisions.heading);
  if (!toc && !headings.some(({ level }) => level === 'chapter')) throw InputError.of(noHeadings(whole));
  const first = headings[0]?.first ?? end;
  const body = new BodyLines(lines, first, end);
  const { wrapping } = body;
  const continuity = new Continuity(lines, first, end);
  const furniture = furnitureOf(body, toc, lines, headings, decisions.heading);
  const taken = [...unmarked.dropped, ...chaptered.dropped];
  const dropped = [...taken];
  const joins: number[] = [];
  const skip = (i: number): boolean => furniture.lines.has(i);
  const gather = (from: number, to: number): Paragraph[] => {
    const gathered = gatherParagraphs(lines, from, to, {
      wrapping,
      continuity,
      rejoin: true,
      skip,
      forcedJoin: decisions.join,
    });
    append(joins, gathered.joins);
    return gathered.paragraphs;
  };
  const outside = [[0, toc?.start ?? first], ...(toc ? [[toc.end, first]] : []), [end, lines.length]] as [
    number,
    number,
  ][];
  const front = outside.map(([from, to]) =>
    readFront(lines, from, to, {
      wrapping,
      continuity,
      forcedJoin: decisions.join,
      forced: decisions.heading,
    }),
  );
  for (const part of front) {
    append(dropped, part.dropped);
    append(joins, part.joins);
  }
  if (toc) append(dropped, textLines(lines, toc.start, toc.end, 'toc'));
  for (const i of furniture.lines)
    dropped.push({ line: must(lines[i]).number, text: must(lines[i]).text.trim(), reason: 'furniture' });

  const made = makeNodes(toc, headings, lines);
  append(dropped, fillNodes(headings, made, gather, end, lines));
  const { chapters, nodes } = made;
  const truncated = findTruncation(chapters, must(front.at(-1)).sections.length > 0, lines);
  const book: Book = {
    front: front.flatMap(({ sections }) => sections),
    chapters,
    dropped,
    rejoined: joins.length,
  };
  return {
    book,
    toc,
    headings,
    nodes,
    furniture,
    joins: joins.sort((a, b) => a - b),
    lines,
    taken,
    leveled,
    levels: explain(headings, toc, leveled, lines),
    isPlain: false,
    truncated,
  };
}

/** Where a book's contents and body lie, and the headings in it. */
interface Structure {
  toc: Toc | undefined;
  lines: Line[];
  /** Index of the line where the back matter starts. */
  end: number;
  whole: BodyLines;
  headings: Heading[];
  leveled: Leveled;
}

/**
 * Find the headings by the table of contents. One that the body has no heading of, where it has others, is of another
 * edition: then the body's own headings are the outline.
 */
function findStructure(printed: Line[], forced: ForcedHeading): Structure {
  const toc = readToc(printed);
  const listed = toc ? structureBy(toc, printed, forced) : undefined;
  if (listed && toc && (isPoor(toc, printed) || isMarked(listed))) {
    // Its lines stay out of the text.
    const own = structureBy({ ...toc, entries: [] }, printed, forced);
    if (isMarked(listed) || chaptersIn(own) >= minTimesListed * chaptersIn(listed)) return own;
  }
  if (!toc || !listed || listed.headings.every(({ entry }) => entry === undefined)) {
    const own = structureBy(undefined, printed, forced);
    return listed && chaptersIn(own) === 0 ? listed : own;
  }
  if (!isHardlyFound(listed) && shareBelow(listed) >= minShareBelow) return listed;
  const own = structureBy(undefined, printed, forced);
  return isBetter(own, listed, toc, printed) ? own : listed;
}

/** Whether a text's own chapters are rather the book's than those of contents that list another part of it, or nothing. */
function isBetter(own: Structure, listed: Structure, toc: Toc, printed: Line[]): boolean {
  if (isHardlyFound(listed) && chaptersIn(own) > foundChapters(listed) && !isAmong(toc, own, printed))
    return true;
  const gains = startsBefore(own, printed[toc.start]) && shareBelow(own) > shareBelow(listed) + minGain;
  return gains && chaptersIn(own) > 1;
}

/** Contents of which the text has fewer of the chapters than this may be no contents: a preface below the word 目录. */
const minFound = 0.5;

const foundChapters = ({ headings }: Structure): number =>
  headings.filter(({ level, entry }) => level === 'chapter' && entry !== undefined).length;

function isHardlyFound(structure: Structure): boolean {
  const chapters = structure.toc?.entries.filter(({ level }) => level === 'chapter').length ?? 0;
  return foundChapters(structure) < minFound * chapters;
}

/** Contents with less of the text than this behind the first of their headings may be those of a single part of it. */
const minShareBelow = 0.6;
/** So much more of the text is behind the first of the text's own headings, if they are taken instead. */
const minGain = 0.2;

/** Whether a chapter starts before a line. The lines of the contents themselves look like chapters, too. */
const startsBefore = ({ headings, lines }: Structure, line: Line | undefined): boolean =>
  headings.some(({ level, first }) => level === 'chapter' && must(lines[first]).number < (line?.number ?? 0));

/** Whether lines of the contents are chapters of an outline. */
function isAmong({ start, end }: Toc, { headings, lines }: Structure, printed: Line[]): boolean {
  const [from, to] = [must(printed[start]).number, printed[end]?.number ?? Infinity];
  return headings.some(({ level, first }) => {
    const { number } = must(lines[first]);
    return level === 'chapter' && number >= from && number < to;
  });
}

/** The share of the lines with text that are behind the first heading. */
function shareBelow({ lines, headings, toc }: Structure): number {
  const isText = ({ text }: Line): boolean => text.trim() !== '';
  const listed = toc ? lines.slice(toc.start, toc.end).filter(isText).length : 0;
  const below = lines.slice(headings[0]?.first ?? lines.length).filter(isText).length;
  return below / Math.max(1, lines.filter(isText).length - listed);
}

/** The text's own chapters are so many times those of a table of contents that is passed over for them. */
const minTimesListed = 2;

const longestChapterTitle = 60;

/** This share of the headings that contents list are headings by the source's own format. */
const minMarked = 0.8;
const fewestMarked = 3;

/**
 * Whether the source's own format marks what the contents list: then its levels say more than theirs, unless it marks
 * alike what they part into levels.
 */
function isMarked({ headings, lines }: Structure): boolean {
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

/** Whether a table of contents may have been read badly: far more chapters start behind it than it lists. */
function isPoor({ entries, end }: Toc, lines: Line[]): boolean {
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

function chaptersIn({ headings }: Structure): number {
  return headings.filter(({ level }) => level === 'chapter').length;
}

function structureBy(toc: Toc | undefined, printed: Line[], forced: ForcedHeading): Structure {
  const start = toc?.end ?? 0;
  const lines = splitDecimals(splitArticles(toc ? splitListed(printed, toc) : printed, start), start);
  const end = findBack(lines, start, toc);
  const whole = new BodyLines(lines, start, end);
  const { found: unforced, leveled } = findHeadings(whole, toc, lines, forced);
  const found = forceHeadings(whole, toc, unforced, forced);
  const headings =
    toc && toc.entries.length > 0
      ? withText(found)
      : found.slice(found.findIndex(({ level }) => level === 'part' || level === 'chapter'));
  return { toc, lines, end, whole, headings, leveled };
}

/** The headings, if there is a chapter or rule among them that can hold the text below. */
function withText(headings: Heading[]): Heading[] {
  return headings.some(({ level }) => level === 'chapter' || level === 'rule') ? headings : [];
}

function findHeadings(
  body: BodyLines,
  toc: Toc | undefined,
  lines: Line[],
  forced: ForcedHeading,
): { found: Heading[]; leveled: Leveled } {
  // Titles that only their place gives away are looked for between lines of text, so page furniture must be known first.
  const withoutFurniture = (headings: Heading[]): BodyLines =>
    headings.length === 0 ? body : body.without(furnitureOf(body, toc, lines, headings, forced).lines);
  if (!toc || toc.entries.length === 0) {
    const leveled = findLevels(body, forced);
    const { headings } = leveled;
    return { found: withUnnumberedRules(withoutFurniture(headings), headings, forced), leveled };
  }
  const sure = alignHeadings(body, toc, forced);
  const { headings, leveled } = findExtraHeadings(withoutFurniture(sure), toc, sure, forced);
  return { found: inOrder([...sure, ...headings]), leveled };
}

function furnitureOf(
  body: BodyLines,
  toc: Toc | undefined,
  lines: Line[],
  headings: Heading[],
  forced: ForcedHeading,
): Furniture {
  const titles = titleKeys(lines, toc, headings);
  return findFurniture(body, headings, titles, forced, bookNames(lines, toc, headings));
}

function inOrder(headings: Heading[]): Heading[] {
  return headings.sort((a, b) => a.first - b.first);
}

/**
 * Index where 参考文献, 附录 or 后记 starts behind the last chapter; the number of lines if none does. Where several
 * articles of a book have a 后记 of their own, none is the book's.
 */
function findBack(lines: Line[], start: number, toc: Toc | undefined): number {
  const body = new BodyLines(lines, start);
  const chapters = new Set(toc?.entries.flatMap(({ level, key }) => (level === 'chapter' ? [key] : [])));
  const found: number[] = [];
  let textBelow = 0;
  for (let i = lines.length - 1; i >= start; i -= 1) {
    const { text } = must(lines[i]);
    if (text.trim() === '') continue;
    if (isBackHeading(text) && body.isolated(i)) found.push(i);
    textBelow += 1;
    // Back matter is the end of a book; what lies further up is a chapter's.
    if (textBelow > mostBack || /^\s*第.{1,8}[章篇讲課课]/.test(text)) break;
    if (text.length <= longestChapterTitle && isChapterOf(chapters, body, i)) break;
  }
  if (found.length === 0) return lines.length;
  const counts = Map.groupBy(found, (i) => matchKey(body.text(i)));
  const largest = largestBack * lengthFrom(lines, start);
  return (
    found.findLast(
      (i) => counts.get(matchKey(body.text(i)))?.length === 1 && lengthFrom(lines, i) <= largest,
    ) ?? lines.length
  );
}

function lengthFrom(lines: Line[], start: number): number {
  let length = 0;
  for (let i = start; i < lines.length; i += 1) length += must(lines[i]).text.length;
  return length;
}

/** Back matter has no more lines than this, and no greater share of the text. */
const mostBack = 400;
const largestBack = 0.4;

/** Whether a line is a chapter that the contents list, and not one of the back matter that they list, too. */
function isChapterOf(chapters: ReadonlySet<string>, body: BodyLines, index: number): boolean {
  return !isBackHeading(body.text(index)) && keysOf(body.readLine(index)).some((key) => chapters.has(key));
}

/** Titles that running heads repeat: of chapters, of rules, and of the book, which are its first lines. */
function titleKeys(lines: Line[], toc: Toc | undefined, headings: Heading[]): Set<string> {
  const keys = new Set<string>();
  for (const { key } of toc?.entries ?? []) keys.add(key);
  for (const { title, whole } of headings) keys.add(matchKey(title)).add(matchKey(whole));
  for (const name of bookNames(lines, toc, headings)) keys.add(matchKey(name));
  keys.delete('');
  return keys;
}

/** The book's title in its first lines. */
function bookNames(lines: Line[], toc: Toc | undefined, headings: Heading[]): string[] {
  const names: string[] = [];
  let left = 3;
  for (let i = 0; i < Math.min(lines.length, toc?.start ?? headings[0]?.first ?? 0) && left > 0; i += 1) {
    const text = must(lines[i]).text.trim();
    if (text === '') continue;
    left -= 1;
    const key = matchKey(text);
    if (key.length >= 3 && key.length <= 30 && !isProse(text)) names.push(text);
  }
  return names;
}

function textLines(lines: Line[], from: number, to: number, reason: Dropped['reason']): Dropped[] {
  return lines
    .slice(from, to)
    .filter(({ text }) => text.trim() !== '')
    .map(({ number, text }) => ({ line: number, text: text.trim(), reason }));
}

/** The line that the source breaks off in, with the rule there marked as partial. */
function findTruncation(chapters: ChapterNode[], hasBack: boolean, lines: Line[]): number | undefined {
  if (hasBack) return undefined;
  let last: Paragraph | undefined;
  let rule: RuleNode | undefined;
  for (const chapter of chapters) {
    for (const node of [chapter, ...chapter.rules]) {
      const paragraph = 'rules' in node ? node.opening.at(-1) : node.paragraphs.at(-1);
      if (!paragraph || (last && last.lines[1] > paragraph.lines[1])) continue;
      last = paragraph;
      rule = 'rules' in node ? undefined : node;
    }
  }
  // A row of a table, code and the words below a picture end anywhere.
  if (!last || (last.format && last.format.kind !== 'paragraph') || !breaksOff(last.text)) return undefined;
  if (rule) rule.status = 'partial';
  return Math.min(last.lines[1], lines.length);
}

/** Whether a text ends within a sentence. A name or a date may end a book; neither has a comma, nor is it long. */
function breaksOff(text: string): boolean {
  if (hasOpenQuote(text)) return true;
  if (isNamedLine(text) || text.startsWith('|')) return false;
  if (endsSentence(text) && !/[：:；;]$/.test(text)) return false;
  return /[，。、；：]/.test(text) || visibleLength(text) >= 16;
}
