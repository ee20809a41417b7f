import { isFolio, numberIn } from '../../language/folio.ts';
import { numberingOf } from '../../language/numbering.ts';
import {
  closesQuote,
  endsSentence,
  isNamedLine,
  isProse,
  startsInside,
  visibleLength,
} from '../../language/prose.ts';
import type { BodyLines } from '../body-lines.ts';

/** The lines that a doubtful line is judged by. */
export interface Surroundings {
  body: BodyLines;
  /** Lines of headings. */
  claimed: ReadonlySet<number>;
  /** Whether a line recurs or is a page number, so that it may head or foot a page too. */
  isEdge: (index: number) => boolean;
}

/** Where a line is: within a sentence, at a page's edge, before a heading, or between paragraphs. */
export type Place = 'cuts' | 'page' | 'heading' | 'between';

export function placeOf(index: number, { body, claimed, isEdge }: Surroundings): Place {
  let above = body.previous(index);
  let below = body.next(index);
  // A page's foot and the next one's head often follow each other.
  for (let left = 2; left > 0 && above >= 0 && isEdge(above); left -= 1) above = body.previous(above);
  for (let left = 2; left > 0 && below >= 0 && isEdge(below); left -= 1) below = body.next(below);
  const isClosed = /[)）]$/.test(body.text(above));
  if (
    !claimed.has(above) &&
    !claimed.has(below) &&
    !isClosed &&
    isInSentence(above, below, body, closesQuote)
  )
    return 'cuts';
  if (endsPage(index, body) || foliosBeside(index, body).length > 0) return 'page';
  return below < 0 || claimed.has(below) ? 'heading' : 'between';
}

/**
 * Whether a line that occurs only once is furniture. It is if its number is that of the page number beside it.
 * It also is if it interrupts a sentence and either a page ends there or the two halves clearly belong together.
 */
export function isLone(index: number, { body, claimed }: Surroundings): boolean {
  const text = body.text(index);
  const isWithinLine = body.lines[index]?.midLine && body.lines[index + 1]?.midLine;
  if (isWithinLine || isProse(text) || visibleLength(text) > 30) return false;
  const folios = foliosBeside(index, body);
  if (folios.some((folio) => isNextTo(numberAtEnd(text), numberIn(body.text(folio))))) return true;
  const [above, below] = [body.previous(index), body.next(index)];
  if (claimed.has(above) || claimed.has(below) || !isInSentence(above, below, body, startsInside))
    return false;
  return folios.length > 0 || endsPage(index, body) || body.runsOn(body.text(above), body.text(below));
}

/**
 * Whether two lines are the halves of a sentence: running text that doesn't end, and text that goes on.
 * @param goesOn what else tells that the lower one goes on
 */
export function isInSentence(
  above: number,
  below: number,
  body: BodyLines,
  goesOn: (text: string) => boolean = () => false,
): boolean {
  if (above < 0 || below < 0) return false;
  const [before, after] = [body.text(above), body.text(below)];
  if (!reachesEnd(above, body) || (body.isUnended && !body.runsOn(before, after))) return false;
  return isProse(before) && !endsSentence(before) && (isProse(after) || endsSentence(after) || goesOn(after));
}

/** The shortest line that a page's end may cut, where lines are paragraphs. */
const minCutLength = 12;
/** The same where lines are wrapped, as a share of a full line. */
const minCutShare = 0.5;

/** Whether a line is long enough for a sentence that goes on, and no title: 4 桌子：怎样擦. */
function reachesEnd(index: number, body: BodyLines): boolean {
  const { width, measure } = body.wrapping;
  const text = body.text(index);
  if (width > 0) return measure(text) >= minCutShare * width;
  return visibleLength(text) >= minCutLength && numberingOf(text) === undefined && !isNamedLine(text);
}

/** Whether there is a page break right before or behind a line, blank lines aside. */
export function breaksPage(index: number, body: BodyLines): boolean {
  if (body.lines[index]?.pageBreak) return true;
  for (let i = index + 1; i < body.end; i += 1) {
    if (body.lines[i]?.pageBreak) return true;
    if (body.text(i) !== '') return false;
  }
  return false;
}

/** Whether there is a page break between a line and the one before or after it. */
function endsPage(index: number, body: BodyLines): boolean {
  return body.lines[index]?.pageBreak === true || body.lines[index + 1]?.pageBreak === true;
}

/** The lines above and below that are page numbers. */
function foliosBeside(index: number, body: BodyLines): number[] {
  return [nearestText(body, index, -1), nearestText(body, index, 1)].filter(
    (i) => i >= 0 && isFolio(body.text(i)),
  );
}

function isNextTo(own: number | undefined, page: number | undefined): boolean {
  return own !== undefined && Math.abs((page ?? -9) - own) <= 1;
}

/** The number that a running head ends with; a heading's own number is none. */
function numberAtEnd(text: string): number | undefined {
  const [printed] = /[0-9０-９]{1,4}$/.exec(text) ?? [];
  return printed === undefined || numberingOf(text) ? undefined : numberIn(printed);
}

/** The nearest line with any text in it, page numbers included; −1 if there is none. */
export function nearestText(body: BodyLines, index: number, step: 1 | -1): number {
  for (let i = index + step; i >= body.start && i < body.end; i += step) if (body.text(i) !== '') return i;
  return -1;
}
