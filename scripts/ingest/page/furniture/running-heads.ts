import { matchKey } from '../../../../src/lib/squeeze.ts';
import { countUpTo } from '../../sorted.ts';
import type { Heading } from '../heading.ts';
import { isLone, placeOf, type Place, type Surroundings } from './places.ts';
import { withoutNumbers } from './repeated-titles.ts';

/** What is known of a book's pages when lines that recur are judged. */
export interface Pages extends Surroundings {
  /** Keys of the titles that running heads repeat. */
  titles: Set<string>;
  /** What the book is called. */
  names: string[];
  /** The chapters' headings, in their order. */
  chapters: Heading[];
  /** Their first lines. */
  chapterStarts: number[];
  /** Their last lines. */
  chapterEnds: ReadonlySet<number>;
  /** The text shows where its pages end. */
  isPaged: boolean;
}

/** If nothing else shows where pages end, fewer lines of the same words that interrupt sentences are no running heads. */
const minUnpaged = 3;
/** So many lines of the same words before headings are running heads, in a text that shows its pages. */
const minBeforeHeadings = 4;
/** The lines of a chapter's own contents, between its heading and its text, are at most this many. */
const maxOwnContents = 40;
/** Lines from the end of a chapter's heading to the one that names an epigraph's author. */
const maxEpigraphLines = 3;

/**
 * The running heads among lines that repeat a title. In a text that shows its pages, all of them are; else those that
 * repeat their own chapter's title, follow right below the heading, or interrupt a sentence.
 */
export function repeatedTitles(key: string, lines: number[], pages: Pages): number[] {
  return lines.filter(
    (i) =>
      pages.isPaged ||
      namesOwnChapter(i, pages) ||
      repeatsAbove(i, key, pages) ||
      placeOf(i, pages) === 'cuts',
  );
}

/** Lines with the same words that repeat no title: all or nearly all of them if they are running heads, else none. */
export function runningHeads(lines: number[], pages: Pages): number[] {
  const rest = lines.filter((i) => !isAttribution(i, pages));
  const [only] = rest;
  if (only === undefined) return [];
  if (rest.length === 1) return pages.isPaged && isLone(only, pages) ? rest : [];
  const places = rest.map((i) => placeOf(i, pages));
  if (!areAtPageEnds(places, pages.isPaged)) return [];
  // If most of the lines are running heads, those behind an epigraph are, too: a page ends right there.
  return rest.length * 2 >= lines.length ? lines : rest;
}

/**
 * Whether the places of lines with the same words are those of running heads: within sentences, at the edges of pages,
 * before headings. A sub-heading never interrupts a sentence and is never right above a heading.
 */
function areAtPageEnds(places: readonly Place[], isPaged: boolean): boolean {
  const all = places.length;
  const count = (place: Place): number => places.filter((each) => each === place).length;
  const [cuts, atEdge, beforeHeading] = [count('cuts'), count('page'), count('heading')];
  const isSure = isPaged || (all >= minUnpaged && (cuts * 2 >= all || cuts + beforeHeading === all));
  if (cuts > 0 && isSure) return true;
  const onPages = cuts + atEdge;
  if (atEdge > 0 && onPages * 2 >= all) return true;
  return isPaged && beforeHeading > 0 && (all >= minBeforeHeadings || onPages + beforeHeading === all);
}

/** Whether a line that is set apart repeats the title of the chapter it is in, or the book's name. */
function namesOwnChapter(index: number, { body, chapters, chapterStarts, names }: Pages): boolean {
  const chapter = chapters[countUpTo(chapterStarts, index - 1) - 1];
  if (!chapter || !body.isolated(index)) return false;
  const { title, whole, label } = chapter;
  const key = withoutNumbers(matchKey(body.text(index)));
  return [title, whole, title + label, label + title, ...names].some(
    (printed) => withoutNumbers(matchKey(printed)) === key,
  );
}

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
function isAttribution(index: number, { body, chapterEnds, claimed }: Pages): boolean {
  let above = body.previous(index);
  for (let left = maxEpigraphLines; above >= 0 && left > 0; left -= 1, above = body.previous(above)) {
    // Right below the heading is the epigraph itself.
    if (chapterEnds.has(above)) return left < maxEpigraphLines;
    if (claimed.has(above)) return false;
  }
  return false;
}
