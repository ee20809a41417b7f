import { isFolio } from '../language/folio.ts';
import type { BodyLines, HeadingReading } from '../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { isHeadingShaped } from './listed/readings.ts';

const maxPrinted = 120;
const minLength = 2;
const maxLength = 60;

/** A line that no heading has taken, and the headings it is between. */
export interface FreeLine {
  reading: HeadingReading;
  /** Headings that start at or above the line since the last free one; the nearest is the last. */
  passed: Heading[];
  /** The next heading below. */
  next: Heading | undefined;
}

/** Walk the lines that could still be headings, from top to bottom. */
export function* freeLines(body: BodyLines, known: Heading[], forced: ForcedHeading): Generator<FreeLine> {
  const taken = linesOf(known);
  let at = 0;
  let passed: Heading[] = [];
  for (let i = body.start; i < body.end; i += 1) {
    for (let next = known[at]; next && next.first <= i; next = known[at]) {
      passed.push(next);
      at += 1;
    }
    const reading = readFree(body, i, taken, forced);
    if (!reading) continue;
    yield { reading, passed, next: known[at] };
    passed = [];
  }
}

function readFree(
  body: BodyLines,
  index: number,
  taken: ReadonlySet<number>,
  forced: ForcedHeading,
): HeadingReading | undefined {
  const line = body.lines[index];
  if (!line) return undefined;
  const printed = line.text;
  if (printed.length > maxPrinted || taken.has(index) || body.furniture.has(index)) return undefined;
  const { length } = printed.trim();
  if (length < minLength || length > maxLength || isFolio(printed) || forced(printed, line) === 'prose')
    return undefined;
  const reading = body.readLine(index);
  if (!reading.numbering || reading.title !== '') return reading;
  const two = body.readTwoLines(index);
  return two && !taken.has(two.last) && isHeadingShaped(two) ? two : reading;
}

/** Indexes of the lines of headings. */
export function linesOf(headings: Heading[]): Set<number> {
  const taken = new Set<number>();
  for (const { first, last } of headings) for (let i = first; i <= last; i += 1) taken.add(i);
  return taken;
}
