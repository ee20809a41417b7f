import type { Toc } from '../contents/toc.ts';
import type { Numbering } from '../language/numbering.ts';
import { isProse } from '../language/prose.ts';
import { keysOf, type BodyLines, type HeadingReading } from '../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { freeLines } from './free-lines.ts';
import { headingOf } from './heading-of.ts';
import { isHeadingShaped } from './listed/readings.ts';

/** From this rank on, a numbering such as 一、 or 1. numbers lists too. */
const listRank = 6;

/** Rules that the table of contents lacks: lines numbered as its rules are, with a number that the chapter lacks. */
export function findNumberedRules(
  body: BodyLines,
  toc: Toc,
  scheme: string,
  known: Heading[],
  forced: ForcedHeading,
): Heading[] {
  const titles = new Set(toc.entries.map(({ key }) => key));
  const extra: Heading[] = [];
  let chapter: Heading | undefined;
  let last = 0;
  for (const { reading, passed, next } of freeLines(body, known, forced)) {
    for (const heading of passed) {
      if (heading.level === 'chapter') [chapter, last] = [heading, 0];
      else last = numberOf(heading) ?? last;
    }
    const { numbering } = reading;
    if (!chapter || !numbering || numbering.scheme !== scheme || numbering.number === undefined) continue;
    if (!isHeading(reading, body, titles) || !isOfChapter(numbering, chapter)) continue;
    if (!isBetween(numbering.number, last, next)) continue;
    if (isListNumbering(numbering) && !isNextRule(reading, numbering.number, last, body)) continue;
    last = numbering.number;
    extra.push(headingOf('rule', reading));
  }
  return extra;
}

function numberOf(heading: Heading): number | undefined {
  return heading.number ?? heading.entry?.number;
}

/** Whether a line has a title of its own, apart from the text, that the table of contents doesn't list. */
function isHeading(reading: HeadingReading, body: BodyLines, titles: ReadonlySet<string>): boolean {
  const [key = ''] = keysOf(reading);
  return (
    reading.title !== '' &&
    !titles.has(key) &&
    isHeadingShaped(reading) &&
    body.isolated(reading.first, reading.last)
  );
}

/** Whether 3.2 is in chapter 3; a number without a parent is in any. */
function isOfChapter({ parent }: Numbering, chapter: Heading): boolean {
  return parent === undefined || parent === numberOf(chapter);
}

/** Whether a number is between those of the rules around it. If they don't rise themselves, only the one above counts. */
function isBetween(number: number, last: number, next: Heading | undefined): boolean {
  const until = next?.level === 'rule' ? (numberOf(next) ?? Infinity) : Infinity;
  return number > last && (until <= last || number < until);
}

function isListNumbering({ rank, parent }: Numbering): boolean {
  return rank >= listRank && parent === undefined;
}

/** If lists have this numbering too, only the very next number with text below is a rule. */
function isNextRule({ first }: HeadingReading, number: number, last: number, body: BodyLines): boolean {
  const below = body.next(first);
  return number === last + 1 && below >= 0 && isProse(body.text(below));
}
