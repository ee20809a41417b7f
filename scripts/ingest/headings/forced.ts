import { must } from '../../../src/lib/must.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import { looseNumberingOf } from '../language/numbering.ts';
import { keysOf, type BodyLines, type HeadingReading } from '../page/body-lines.ts';
import { headingOf } from './heading-of.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import type { Toc } from '../contents/toc.ts';

/** Add the lines that an editor calls headings, each as the entry of its title if that is still free. */
export function forceHeadings(
  body: BodyLines,
  toc: Toc | undefined,
  headings: Heading[],
  forced: ForcedHeading,
): Heading[] {
  const result = [...headings];
  const entries = new Set(headings.map(({ entry }) => entry));
  const taken = new Map(
    headings.flatMap(
      (heading) =>
        [
          [heading.first, heading],
          [heading.last, heading],
        ] as const,
    ),
  );
  for (let i = body.start; i < body.end; i += 1) {
    const text = body.text(i);
    if (text === '') continue;
    const level = forced(text, must(body.lines[i]));
    if (level === undefined || level === 'prose') continue;
    const there = taken.get(i);
    if (there?.level === level) continue;
    if (there) result.splice(result.indexOf(there), 1);
    const reading = readForced(body, i, there);
    const entry = toc?.entries.find(
      (each) => each.level === level && !entries.has(each) && keysOf(reading).includes(each.key),
    );
    const heading = headingOf(level, reading);
    result.push(
      entry
        ? { ...heading, entry, ...(matchKey(reading.whole) === entry.key ? { title: reading.whole } : {}) }
        : heading,
    );
    entries.add(entry);
  }
  return result.sort((a, b) => a.first - b.first);
}

/** A heading keeps the lines that it has. Its number may be of a form that only an editor's word makes sure. */
function readForced(body: BodyLines, index: number, there: Heading | undefined): HeadingReading {
  const two = there && there.last > there.first ? body.readTwoLines(there.first) : undefined;
  const reading = two?.last === there?.last && two ? two : body.readLine(index);
  if (reading.numbering) return reading;
  const numbering = looseNumberingOf(reading.whole);
  return numbering ? { ...reading, numbering, title: reading.whole.slice(numbering.length).trim() } : reading;
}
