import { numberIn } from '../../language/folio.ts';
import { countUpTo } from '../../sorted.ts';
import type { BodyLines } from '../body-lines.ts';
import { breaksPage, isInSentence, nearestText } from './places.ts';

const bareNumber = /^[0-9０-９]{1,4}$/;
/** Fewer bare numbers that rise may be figures of the text. */
const minRising = 3;

/**
 * Select the page numbers among lines that may be page numbers: decorated ones, ones at the end of a page, and
 * bare ones that increase through the book. A figure in a table or a section's number does neither.
 */
export function pageNumbers(folios: number[], body: BodyLines): number[] {
  const bare = folios.filter((i) => bareNumber.test(body.text(i)));
  const rising = risingNumbers(bare, body);
  const values = bare.map((i) => numberIn(body.text(i)) ?? 0);
  const inARow = values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);
  const areSure = inARow || (rising.size >= minRising && rising.size * 2 >= bare.length);
  return folios.filter(
    (i) =>
      breaksPage(i, body) ||
      !bareNumber.test(body.text(i)) ||
      (areSure && rising.has(i)) ||
      isInSentence(nearestText(body, i, -1), nearestText(body, i, 1), body),
  );
}

/** The longest run of lines whose numbers rise from one to the next. */
function risingNumbers(lines: number[], body: BodyLines): Set<number> {
  // tails[n] ends the run of n + 1 lines with the lowest last number, lowest[n].
  const tails: number[] = [];
  const lowest: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const i of lines) {
    const number = numberIn(body.text(i)) ?? 0;
    const at = countUpTo(lowest, number - 1);
    before.set(i, tails[at - 1]);
    tails[at] = i;
    lowest[at] = number;
  }
  const rising = new Set<number>();
  for (let i = tails.at(-1); i !== undefined; i = before.get(i)) rising.add(i);
  return rising;
}
