import { pushTo } from '../../../../src/lib/push-to.ts';
import type { Toc, TocEntry } from '../../contents/toc.ts';
import { type BodyLines, type HeadingReading, keysOf } from '../../page/body-lines.ts';
import type { Heading } from '../../page/heading.ts';

/** What is known while headings are being found. */
export interface Search {
  body: BodyLines;
  toc: Toc;
  take: (entry: TocEntry, reading: HeadingReading) => void;
  /** By the index of each line that belongs to a heading. */
  taken: Map<number, Heading>;
  found: Map<TocEntry, Heading>;
  /** Levels and titles of what was found. */
  claimed: Set<string>;
}

/** The level and title of an entry, as kept in `claimed`. */
export function claim({ level, key }: TocEntry): string {
  return `${level} ${key}`;
}

/** Readings by each key that their titles have. */
export function indexByKey(readings: HeadingReading[]): Map<string, HeadingReading[]> {
  const index = new Map<string, HeadingReading[]>();
  for (const reading of readings) for (const key of new Set(keysOf(reading))) pushTo(index, key, reading);
  return index;
}
