import { isFolio } from '../../language/folio.ts';
import type { BodyLines } from '../body-lines.ts';
import type { ForcedHeading, Heading } from '../heading.ts';
import { readCandidates } from './candidates.ts';
import { pageNumbers } from './page-numbers.ts';
import { showsPages } from './page-ends.ts';
import type { Surroundings } from './places.ts';
import { repeatsTitle } from './repeated-titles.ts';
import { repeatedTitles, runningHeads, type Pages } from './running-heads.ts';
import { stamps } from './stamps.ts';

/** A kind of page furniture: the same words again and again, or page numbers. */
interface FurnitureGroup {
  /** Its words, or the first few page numbers. */
  text: string;
  /** Indexes of its lines. */
  lines: number[];
}

/** What is printed on pages and belongs to no text: running heads, running feet, page numbers, stamps. */
export interface Furniture {
  /** Indexes of all its lines. */
  lines: Set<number>;
  groups: FurnitureGroup[];
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
  names: string[],
): Furniture {
  const claimed = new Set(headings.flatMap(({ first, last }) => range(first, last)));
  const candidates = readCandidates(body, claimed, forced);
  const numbers = pageNumbers(candidates.folios, body);
  const repeated = new Set([...candidates.heads.values()].filter((lines) => lines.length > 1).flat());
  const around: Surroundings = {
    body,
    claimed,
    isEdge: (index) => repeated.has(index) || isFolio(body.text(index)),
  };
  const likely = [...candidates.heads]
    .filter(([key, lines]) => lines.length > 1 || repeatsTitle(key, titles))
    .map(([, lines]) => lines);
  const chapters = headings.filter(({ level }) => level === 'chapter');
  const pages: Pages = {
    ...around,
    titles,
    names,
    chapters,
    chapterStarts: chapters.map(({ first }) => first),
    chapterEnds: new Set(chapters.map(({ last }) => last)),
    isPaged: showsPages(numbers, likely, around),
  };
  const recurring = [...candidates.heads].map(([key, lines]) =>
    repeatsTitle(key, titles) ? repeatedTitles(key, lines, pages) : runningHeads(lines, pages),
  );
  const groups = [
    ...(numbers.length > 0 ? [{ text: firstTexts(numbers, body), lines: numbers }] : []),
    ...[...stamps(candidates.heads, around, chapters), ...recurring].flatMap((lines) => groupOf(lines, body)),
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
