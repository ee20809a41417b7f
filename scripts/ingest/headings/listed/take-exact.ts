import type { TocEntry } from '../../contents/toc.ts';
import type { HeadingReading } from '../../page/body-lines.ts';
import { claim, indexByKey, type Search } from './search.ts';

/** Find equal titles that are out of order. */
export function takeExact(
  entries: TocEntry[],
  readings: HeadingReading[],
  { body, take, taken, claimed }: Search,
): void {
  if (entries.length === 0) return;
  const byKey = indexByKey(readings);
  for (const entry of entries) {
    // If a heading of the same title was found, further lines with it are running heads.
    if (claimed.has(claim(entry))) continue;
    const reading = (byKey.get(entry.key) ?? []).find(
      ({ first, last, numbering }) =>
        !taken.has(first) &&
        !taken.has(last) &&
        body.isolated(first, last) &&
        (entry.number === undefined || numbering === undefined || numbering.number === entry.number),
    );
    if (reading) take(entry, reading);
  }
}
