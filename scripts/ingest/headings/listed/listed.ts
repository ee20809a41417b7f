import { must } from '../../../../src/lib/must.ts';
import type { Toc, TocEntry } from '../../contents/toc.ts';
import { type BodyLines, type HeadingReading, keysOf } from '../../page/body-lines.ts';
import type { ForcedHeading, Heading } from '../../page/heading.ts';
import { alignLevel } from './align-level.ts';
import { groupRules } from './group-rules.ts';
import { between, readCandidates } from './readings.ts';
import { claim, type Search } from './search.ts';
import { takeExact } from './take-exact.ts';

/**
 * Find the headings that a table of contents lists: chapters first, then the rules between them, each by an
 * order-preserving alignment of exact titles, then of similar ones in the gaps, then of titles that moved.
 */
export function alignHeadings(body: BodyLines, toc: Toc, forced: ForcedHeading): Heading[] {
  const readings = readCandidates(body, toc, forced);
  const taken = new Map<number, Heading>();
  const found = new Map<TocEntry, Heading>();
  const claimed = new Set<string>();
  const take = (entry: TocEntry, reading: HeadingReading): void => {
    const numbered = reading.numbering !== undefined && keysOf(reading)[1] !== entry.key;
    const heading: Heading = {
      level: entry.level,
      first: reading.first,
      last: reading.last,
      entry,
      number: numbered ? must(reading.numbering).number : undefined,
      label: numbered ? must(reading.numbering).label : '',
      depth: 0,
      title: numbered ? reading.title : reading.whole,
      whole: reading.whole,
    };
    found.set(entry, heading);
    claimed.add(claim(entry));
    for (let i = reading.first; i <= reading.last; i += 1) taken.set(i, heading);
  };

  const chapters = toc.entries.filter(({ level }) => level === 'chapter');
  const search: Search = { body, toc, take, taken, found, claimed };
  alignLevel(chapters, readings, search);

  // Rules are between the chapter headings that were found. If a chapter's heading is lost, they are in the
  // chapter before.
  const groups = groupRules(toc, found, body);
  for (const { entries, from, to } of groups) {
    const inside = between(readings, from, to).filter(
      ({ first, last }) => !taken.has(first) && !taken.has(last),
    );
    alignLevel(entries, inside, search);
  }
  // A rule may be in another chapter than in the table of contents.
  const lost = toc.entries.filter((entry) => entry.level === 'rule' && !found.has(entry));
  takeExact(lost, readings, search);
  return [...found.values()].filter(({ entry }) => entry !== undefined).sort((a, b) => a.first - b.first);
}
