import type { Toc } from '../../contents/toc.ts';
import { splitListed } from '../../contents/split-listed.ts';
import { forceHeadings } from '../../headings/forced.ts';
import { alignHeadings } from '../../headings/listed/listed.ts';
import { findExtraHeadings } from '../../headings/unlisted.ts';
import { withUnnumberedRules } from '../../headings/unnumbered.ts';
import type { Line } from '../../model.ts';
import { BodyLines } from '../../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../../page/heading.ts';
import { splitArticles } from '../../page/split/articles.ts';
import { splitDecimals } from '../../page/split/decimals.ts';
import { findLevels } from '../../series/find-levels.ts';
import type { Leveled } from '../../series/leveled.ts';
import { findBack } from './find-back.ts';
import { furnitureOf } from './furniture-of.ts';

/** Where a book's contents and body lie, and the headings in it. */
export interface Structure {
  toc: Toc | undefined;
  lines: Line[];
  /** Index of the line where the back matter starts. */
  end: number;
  whole: BodyLines;
  headings: Heading[];
  leveled: Leveled;
}

/** Find the headings by one table of contents; without one, or with an empty one, by the body's own numbers. */
export function structureBy(toc: Toc | undefined, printed: Line[], forced: ForcedHeading): Structure {
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

/** The headings, or none if no chapter or rule among them can hold the text. */
function withText(headings: Heading[]): Heading[] {
  return headings.some(({ level }) => level === 'chapter' || level === 'rule') ? headings : [];
}

/** Find the headings that the contents list and those that they don't, and the levels of the latter. */
function findHeadings(
  body: BodyLines,
  toc: Toc | undefined,
  lines: Line[],
  forced: ForcedHeading,
): { found: Heading[]; leveled: Leveled } {
  // A title without a number is told by the text around it, so page furniture is taken out first.
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

/** Sort headings by their lines. */
function inOrder(headings: Heading[]): Heading[] {
  return headings.sort((a, b) => a.first - b.first);
}
