import { matchKey } from '../../../src/lib/squeeze.ts';
import { keysOf, type Body } from '../page/body.ts';
import { headingOf } from './heading-of.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import type { Toc } from '../contents/read-contents.ts';

/** Add the lines that an editor calls headings, each as the entry of its title where that is still free. */
export function forceHeadings(
  body: Body,
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
    const level = forced(text);
    if (level !== 'chapter' && level !== 'rule') continue;
    const there = taken.get(i);
    if (there?.level === level) continue;
    if (there) result.splice(result.indexOf(there), 1);
    const reading = body.read(i);
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
