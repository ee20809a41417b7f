import { append } from '../append.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import { InputError } from '../input-error.ts';
import type { Book, ChapterNode, Dropped, Line, Paragraph, RuleNode } from '../model.ts';
import { alignHeadings } from '../headings/listed.ts';
import { Body } from '../page/body.ts';
import { readOpening } from './epigraph.ts';
import { findExtraHeadings } from '../headings/unlisted.ts';
import { readFront } from './front.ts';
import { isBackHeading } from '../language/section-words.ts';
import { findFurniture, type Furniture } from '../page/furniture.ts';
import { forceHeadings } from '../headings/forced.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { findBelow, findNumberedChapters, findRules } from '../headings/without-contents.ts';
import { gatherParagraphs } from '../page/paragraphs.ts';
import { cleanTitle, endsSentence, hasOpenQuote, isProse, visibleLength } from '../language/prose.ts';
import { readToc, type Toc, type TocEntry } from '../contents/read-contents.ts';

/** What an editor decides about lines and paragraphs. */
interface Decisions {
  heading: ForcedHeading;
  join: (text: string) => boolean;
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
  /** Line that the source breaks off in; `undefined` where it ends with a sentence. */
  truncated: number | undefined;
}

/**
 * Outline a book: table of contents, headings, front matter, page furniture, paragraphs, epigraphs.
 * @throws InputError where no chapter is found
 */
export function buildOutline(lines: Line[], decisions: Decisions): Outline {
  const toc = readToc(lines);
  const start = toc?.end ?? 0;
  const end = findBack(lines, start);
  const whole = new Body(lines, start, end);
  const found = forceHeadings(
    whole,
    toc,
    findHeadings(whole, toc, lines, decisions.heading),
    decisions.heading,
  );
  const headings = toc ? found : found.slice(found.findIndex(({ level }) => level !== 'rule'));
  if (!headings.some(({ level }) => level === 'chapter') && !toc) {
    throw new InputError(
      'No chapter headings were found, such as 第1章 …, 第一讲 … or 一、…. If the text has others, name them in overrides.yaml (heading: …, as: chapter), or add a table of contents under a line 目录.',
    );
  }
  const first = headings[0]?.first ?? end;
  const body = new Body(lines, first, end);
  const { wrapping } = body;
  const furniture = findFurniture(body, headings, titleKeys(lines, toc, headings), decisions.heading);
  const dropped: Dropped[] = [];
  const joins: number[] = [];
  const skip = (i: number): boolean => furniture.lines.has(i);
  const gather = (from: number, to: number): Paragraph[] => {
    const gathered = gatherParagraphs(lines, from, to, {
      wrapping,
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
    readFront(lines, from, to, { wrapping, forcedJoin: decisions.join }),
  );
  for (const part of front) {
    append(dropped, part.dropped);
    append(joins, part.joins);
  }
  if (toc) append(dropped, textLines(lines, toc.start, toc.end, 'toc'));
  for (const i of furniture.lines)
    dropped.push({ line: lines[i]!.number, text: lines[i]!.text.trim(), reason: 'furniture' });

  const { chapters, nodes } = makeNodes(toc, headings, lines);
  fillNodes(headings, nodes, gather, end, dropped, lines);
  const truncated = findTruncation(chapters, front.at(-1)!.sections.length > 0, lines);
  const book: Book = {
    front: front.flatMap(({ sections }) => sections),
    chapters,
    dropped,
    rejoined: joins.length,
  };
  return { book, toc, headings, nodes, furniture, joins: joins.sort((a, b) => a - b), truncated };
}

function findHeadings(body: Body, toc: Toc | undefined, lines: Line[], forced: ForcedHeading): Heading[] {
  const numbered = toc ? undefined : findNumberedChapters(body, forced);
  const sure = toc ? alignHeadings(body, toc, forced) : [...numbered!.parts, ...numbered!.chapters];
  // Titles that only their place gives away are looked for between lines of text, so page furniture must be known first.
  if (sure.length > 0) body.furniture = findFurniture(body, sure, titleKeys(lines, toc, sure), forced).lines;
  if (!toc) return inOrder([...sure, ...findRules(body, numbered!.chapters, numbered!.deeper, forced)]);
  const headings = inOrder([...sure, ...findExtraHeadings(body, toc, sure, forced)]);
  if (toc.entries.some(({ level }) => level === 'rule')) return headings;
  const chapters = headings.filter(({ level }) => level === 'chapter');
  return inOrder([
    ...headings,
    ...findRules(body, chapters, findBelow(body, chapters, toc.levels.chapterRank, forced), forced),
  ]);
}

function inOrder(headings: Heading[]): Heading[] {
  return headings.sort((a, b) => a.first - b.first);
}

/** Index where 参考文献, 附录 or 后记 starts behind the last chapter; the number of lines where none does. */
function findBack(lines: Line[], start: number): number {
  const body = new Body(lines, start);
  let back = lines.length;
  let textBelow = 0;
  for (let i = lines.length - 1; i >= start; i -= 1) {
    const { text } = lines[i]!;
    if (text.trim() === '') continue;
    if (isBackHeading(text) && body.isolated(i)) back = i;
    textBelow += 1;
    // Back matter is the end of a book; what lies further up is a chapter's.
    if (textBelow > 400 || /^\s*第.{1,8}[章篇讲課课]/.test(text)) break;
  }
  return back;
}

/** Titles that running heads repeat: of chapters, rules and the book, the latter being what its first lines say. */
function titleKeys(lines: Line[], toc: Toc | undefined, headings: Heading[]): Set<string> {
  const keys = new Set<string>();
  for (const { key } of toc?.entries ?? []) keys.add(key);
  for (const { title, whole } of headings) keys.add(matchKey(title)).add(matchKey(whole));
  let left = 3;
  for (let i = 0; i < Math.min(lines.length, toc?.start ?? headings[0]?.first ?? 0) && left > 0; i += 1) {
    const text = lines[i]!.text.trim();
    if (text === '') continue;
    left -= 1;
    const key = matchKey(text);
    if (key.length >= 3 && key.length <= 30 && !isProse(text)) keys.add(key);
  }
  keys.delete('');
  return keys;
}

function textLines(lines: Line[], from: number, to: number, reason: Dropped['reason']): Dropped[] {
  return lines
    .slice(from, to)
    .filter(({ text }) => text.trim() !== '')
    .map(({ number, text }) => ({ line: number, text: text.trim(), reason }));
}

/** The chapters and rules in the order of the table of contents, those of the body only in their places, rules last in their chapter. */
function makeNodes(
  toc: Toc | undefined,
  headings: Heading[],
  lines: Line[],
): { chapters: ChapterNode[]; nodes: Map<Heading, ChapterNode | RuleNode> } {
  const nodes = new Map<Heading, ChapterNode | RuleNode>();
  const byEntry = new Map<TocEntry, Heading>();
  for (const heading of headings) if (heading.entry) byEntry.set(heading.entry, heading);
  const chapters: ChapterNode[] = [];
  for (const entry of toc?.entries ?? []) {
    const heading = byEntry.get(entry);
    const line = heading ? lines[heading.first]!.number : entry.line;
    if (entry.level === 'chapter') {
      const number = entry.number ?? heading?.number ?? (chapters.at(-1)?.number ?? 0) + 1;
      const chapter: ChapterNode = {
        number,
        title: entry.title,
        page: entry.page,
        line,
        epigraph: undefined,
        opening: [],
        rules: [],
      };
      chapters.push(chapter);
      if (heading) nodes.set(heading, chapter);
    } else {
      const rule: RuleNode = {
        title: entry.title,
        page: entry.page,
        status: 'missing',
        line,
        paragraphs: [],
      };
      chapters.at(-1)?.rules.push(rule);
      if (heading) nodes.set(heading, rule);
    }
  }
  let current: ChapterNode | undefined = chapters[0];
  const chapterOf = new Map(
    chapters.flatMap((chapter) => chapter.rules.map((rule) => [rule, chapter] as const)),
  );
  for (const heading of headings) {
    const node = nodes.get(heading);
    if (node) current = 'rules' in node ? node : (chapterOf.get(node) ?? current);
    else if (heading.level === 'chapter') {
      const chapter: ChapterNode = {
        number: heading.number ?? (current?.number ?? 0) + 1,
        title: cleanTitle(heading.title),
        page: null,
        line: lines[heading.first]!.number,
        epigraph: undefined,
        opening: [],
        rules: [],
      };
      if (chapters.at(-1) === current) chapters.push(chapter);
      else chapters.splice(current ? chapters.indexOf(current) + 1 : 0, 0, chapter);
      nodes.set(heading, chapter);
      current = chapter;
    } else if (heading.level === 'rule' && current) {
      const rule: RuleNode = {
        title: cleanTitle(heading.title),
        page: null,
        status: 'missing',
        line: lines[heading.first]!.number,
        paragraphs: [],
      };
      current.rules.push(rule);
      chapterOf.set(rule, current);
      nodes.set(heading, rule);
    }
  }
  return { chapters, nodes };
}

/** Give every node the text from its heading to the next one. What stands under a part's heading opens the chapter below it. */
function fillNodes(
  headings: Heading[],
  nodes: Map<Heading, ChapterNode | RuleNode>,
  gather: (from: number, to: number) => Paragraph[],
  end: number,
  dropped: Dropped[],
  lines: Line[],
): void {
  let ofPart: Paragraph[] = [];
  headings.forEach((heading, index) => {
    const node = nodes.get(heading);
    const to = headings[index + 1]?.first ?? end;
    if (!node) {
      append(ofPart, gather(heading.first, to));
      return;
    }
    if (heading.title !== heading.whole || strip(heading.title) !== strip(node.title)) {
      for (let i = heading.first; i <= heading.last; i += 1) {
        const text = lines[i]!.text.trim();
        if (text !== '') dropped.push({ line: lines[i]!.number, text, reason: 'heading-label' });
      }
    }
    const paragraphs = gather(heading.last + 1, to);
    if ('rules' in node) {
      const opening = readOpening(paragraphs);
      node.epigraph = opening.epigraph;
      node.opening = [...ofPart, ...opening.opening];
      dropped.push(...opening.dropped);
      ofPart = [];
    } else if (paragraphs.length > 0) {
      node.status = 'complete';
      node.paragraphs = paragraphs;
    }
  });
}

function strip(text: string): string {
  return text.replace(/\s/g, '');
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
  if (!last || !breaksOff(last.text)) return undefined;
  if (rule) rule.status = 'partial';
  return Math.min(last.lines[1], lines.length);
}

/** Whether a text ends within a sentence. A name or a date may end a book; neither has a comma, nor is it long. */
function breaksOff(text: string): boolean {
  if (hasOpenQuote(text)) return true;
  if (endsSentence(text) && !/[：:；;]$/.test(text)) return false;
  return /[，。、；：]/.test(text) || visibleLength(text) >= 16;
}
