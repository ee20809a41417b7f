import { must } from '../../../../src/lib/must.ts';
import type { TocEntry } from '../../contents/toc.ts';
import { type BodyLines, type HeadingReading, keysOf } from '../../page/body-lines.ts';
import { withoutNumbers } from '../../page/furniture/repeated-titles.ts';
import type { Heading } from '../../page/heading.ts';
import { matchInOrder, type Pair } from './ordered-matching.ts';
import { isHeadingShaped } from './readings.ts';
import type { Search } from './search.ts';
import { similarPairs } from './similar-titles.ts';

/** Find headings with a misread character or a changed word, between the neighbours that were found. */
export function takeSimilar(
  entries: TocEntry[],
  readings: HeadingReading[],
  { body, take, taken, found }: Search,
): void {
  const lost = entries.filter((entry) => !found.has(entry) && !entry.doubtful);
  if (lost.length === 0) return;
  const keys = new Set(entries.map(({ key }) => key));
  const free = readings.filter(
    (reading) =>
      !taken.has(reading.first) &&
      !taken.has(reading.last) &&
      isHeadingShaped(reading) &&
      body.isolated(reading.first, reading.last) &&
      // A title with a page number is a running head.
      !keysOf(reading).some((key) => keys.has(key) || keys.has(withoutNumbers(key))),
  );
  if (free.length === 0) return;
  const gaps = gapsOf(entries, found, body);
  const options = new Map<Pair, HeadingReading>();
  const index = new Map(entries.map((entry, i) => [entry, i]));
  const pairs = similarPairs(
    lost.map(({ key }) => key),
    free.map(keysOf),
  ).flatMap(({ a, b, ratio }) => {
    const entry = must(lost[a]);
    const reading = must(free[b]);
    const gap = must(gaps.get(entry));
    if (reading.first < gap.from || reading.first >= gap.to) return [];
    const alone =
      gap.lost === 1 && reading.first === reading.last && entry.number === reading.numbering?.number;
    if (ratio < 0.75 && !(alone && ratio >= 0.35 && canHead(reading, body))) return [];
    const pair: Pair = { entry: must(index.get(entry)), line: reading.first, weight: ratio };
    options.set(pair, reading);
    return [pair];
  });
  for (const [at, pair] of matchInOrder(pairs)) take(must(entries[at]), must(options.get(pair)));
}

/** Whether a line has a number or looks like a title. */
function canHead(reading: HeadingReading, body: BodyLines): boolean {
  return reading.numbering !== undefined || body.looksLikeTitle(reading.first);
}

/** For every entry without a heading: the lines between its found neighbours, and how many entries are lost there. */
function gapsOf(
  entries: TocEntry[],
  found: Map<TocEntry, Heading>,
  body: BodyLines,
): Map<TocEntry, { from: number; to: number; lost: number }> {
  const gaps = new Map<TocEntry, { from: number; to: number; lost: number }>();
  let from = body.start;
  let open: TocEntry[] = [];
  const close = (to: number): void => {
    for (const entry of open) gaps.set(entry, { from, to, lost: open.length });
    open = [];
  };
  for (const entry of entries) {
    const heading = found.get(entry);
    if (!heading) open.push(entry);
    else {
      close(heading.first);
      from = heading.last + 1;
    }
  }
  close(body.end);
  return gaps;
}
