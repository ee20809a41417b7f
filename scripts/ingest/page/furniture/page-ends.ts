import { numberIn } from '../../language/folio.ts';
import type { BodyLines } from '../body-lines.ts';
import { placeOf, type Surroundings } from './places.ts';

/** One page number in this many may be misread, and so fail to rise. */
const minRisesToFall = 10;
/** One line in this many that may be running heads interrupts a sentence, in a text that shows its pages. */
const maxHeadsToCut = 10;

/**
 * Whether a text shows where its pages end: by page numbers, by form feeds, or by lines that recur with a rising
 * number or within sentences.
 * @param numbers lines that are page numbers
 * @param heads lines that may be running heads, those with the same words together
 */
export function showsPages(numbers: number[], heads: number[][], around: Surroundings): boolean {
  return (
    numbers.length > 1 ||
    hasPageBreaks(around.body) ||
    heads.some((lines) => countsPages(lines, around.body)) ||
    cutsSentences(heads, around)
  );
}

function hasPageBreaks(body: BodyLines): boolean {
  return body.lines.slice(body.start, body.end).some(({ pageBreak }) => pageBreak);
}

/** Whether the same words come with a number that rises from line to line, as at the head of pages. */
function countsPages(lines: number[], body: BodyLines): boolean {
  if (lines.length < 2) return false;
  const numbers = lines.map((i) => {
    const match = /^([0-9０-９]{1,4})\s|[\s·|/-]([0-9０-９]{1,4})$/.exec(body.text(i));
    return match ? (numberIn(match[0]) ?? 0) : 0;
  });
  const falls = numbers.filter((number, i) => number <= (numbers[i - 1] ?? 0)).length;
  return falls * minRisesToFall <= numbers.length && (falls === 0 || numbers.length > minRisesToFall);
}

/** Whether lines that recur interrupt sentences more than once. */
function cutsSentences(heads: number[][], around: Surroundings): boolean {
  const all = heads.flat();
  const cuts = all.filter((i) => placeOf(i, around) === 'cuts').length;
  return cuts > 1 && cuts * maxHeadsToCut >= all.length;
}
