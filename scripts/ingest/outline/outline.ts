import { must } from '../../../src/lib/must.ts';
import type { OutlineLevel } from '../../../src/schemas/report.ts';
import { append } from '../append.ts';
import type { Toc } from '../contents/toc.ts';
import { InputError } from '../input-error.ts';
import type { Book, ChapterNode, Dropped, Line, Paragraph, RuleNode } from '../model.ts';
import { BodyLines } from '../page/body-lines.ts';
import { Continuity } from '../page/continuity.ts';
import type { Furniture } from '../page/furniture/furniture.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import type { ForcedJoin } from '../page/joints.ts';
import { readMarkup } from '../page/markup.ts';
import { gatherParagraphs } from '../page/paragraphs.ts';
import { withoutRepeatedChapters } from '../page/repeated-chapters.ts';
import { splitHeadings } from '../page/split/headings.ts';
import { splitRunOnChapters } from '../page/split/run-on-chapters.ts';
import { splitRunOn } from '../page/split/run-on.ts';
import type { Leveled } from '../series/leveled.ts';
import { explain } from './explain.ts';
import { fillNodes } from './fill.ts';
import { readFront } from './front.ts';
import { noHeadings } from './no-headings.ts';
import { makeNodes } from './nodes.ts';
import { furnitureOf } from './structure/furniture-of.ts';
import { findStructure } from './structure/structure.ts';
import { findTruncation } from './truncation.ts';

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
  /** What was taken out of the lines: marks of a markup, repeated labels of chapters. */
  taken: Dropped[];
  leveled: Leveled;
  /** Why each level is what it is. */
  levels: OutlineLevel[];
  /** This is the plainest outline, because the full one did not account for every character. */
  isPlain: boolean;
  /** Line that the source breaks off in; `undefined` if it ends with a sentence. */
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

/** The lines of a stretch that have text, as dropped for a reason. */
function textLines(lines: Line[], from: number, to: number, reason: Dropped['reason']): Dropped[] {
  return lines
    .slice(from, to)
    .filter(({ text }) => text.trim() !== '')
    .map(({ number, text }) => ({ line: number, text: text.trim(), reason }));
}
