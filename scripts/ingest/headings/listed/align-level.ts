import { editRatio } from '../../../../src/lib/edit-ratio.ts';
import { must } from '../../../../src/lib/must.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';
import type { TocEntry } from '../../contents/toc.ts';
import { type BodyLines, type HeadingReading, keysOf } from '../../page/body-lines.ts';
import { matchInOrder, type Pair } from './ordered-matching.ts';
import { isHeadingShaped } from './readings.ts';
import { indexByKey, type Search } from './search.ts';
import { takeExact } from './take-exact.ts';
import { takeSimilar } from './take-similar.ts';

/** Find the headings of entries of one level: by title and number, then by similar titles, then out of order. */
export function alignLevel(entries: TocEntry[], readings: HeadingReading[], search: Search): void {
  const { body, toc, take, found } = search;
  const byKey = indexByKey(readings);
  const exactKeys = new Set(entries.map(({ key }) => key));
  const byNumber = new Map<number, HeadingReading[]>();
  const chapterLevel = entries[0]?.level === 'chapter';
  if (chapterLevel || toc.levels.rule !== undefined) {
    for (const reading of readings) {
      const { numbering } = reading;
      if (
        numbering?.number !== undefined &&
        numbering.scheme === (chapterLevel ? toc.levels.chapter : toc.levels.rule)
      )
        pushTo(byNumber, numbering.number, reading);
    }
  }
  const options = new Map<Pair, HeadingReading>();
  const pairs: Pair[] = [];
  const offer = (entry: number, reading: HeadingReading, weight: number): void => {
    const pair = { entry, line: reading.first, weight };
    pairs.push(pair);
    options.set(pair, reading);
  };
  const nearTitle = nearbyOf(entries, ({ key }) => key);
  const nearNumber = nearbyOf(entries, ({ number }) => number);
  entries.forEach((entry, index) => {
    const exact = nearTitle(byKey.get(entry.key) ?? [], entry);
    for (const reading of exact) offer(index, reading, exactWeight(entry, reading, body, exactKeys));
    const numbered = entry.number === undefined ? [] : nearNumber(byNumber.get(entry.number) ?? [], entry);
    for (const reading of numbered) {
      if (exact.includes(reading)) continue;
      const weight = sameNumberWeight(entry, reading, body);
      if (weight > 0) offer(index, reading, weight);
    }
  });
  for (const [index, pair] of matchInOrder(pairs)) take(must(entries[index]), must(options.get(pair)));
  takeSimilar(entries, readings, search);
  takeExact(
    entries.filter((entry) => !found.has(entry)),
    readings,
    search,
  );
}

/** Up to this many (entry, line) pairs of one title, every pair is compared. */
const mostShared = 100_000;
/** With more pairs, only this many lines before and behind the likeliest one are. */
const neighbourWindow = 50;

/** If many entries share a title or number, keep only the lines near the entry's proportional position. */
function nearbyOf(
  entries: TocEntry[],
  shared: (entry: TocEntry) => string | number | undefined,
): (all: HeadingReading[], entry: TocEntry) => HeadingReading[] {
  const sharers = Map.groupBy(entries, shared);
  const places = new Map(
    [...sharers.values()].flatMap((same) => same.map((entry, place) => [entry, place] as const)),
  );
  return (all, entry) => {
    const same = must(sharers.get(shared(entry))).length;
    if (same * all.length <= mostShared) return all;
    const at = Math.round((must(places.get(entry)) * all.length) / same);
    return all.slice(Math.max(0, at - neighbourWindow), at + neighbourWindow);
  };
}

/** How well a line with the entry's title fits. An equal number, blank lines around it and text below are better. */
function exactWeight(entry: TocEntry, reading: HeadingReading, body: BodyLines, keys: Set<string>): number {
  const number = reading.numbering?.number;
  let weight = 3;
  if (entry.number !== undefined && number !== undefined) weight = number === entry.number ? 4 : 2.5;
  else if (entry.number !== undefined) weight = 2.75;
  if (body.isolated(reading.first, reading.last)) weight += 0.5;
  const next = body.next(reading.last);
  if (next >= 0 && !keysOf(body.readLine(next)).some((key) => keys.has(key))) weight += 0.5;
  return reading.first === reading.last ? weight : weight - 0.25;
}

/** How well a line with the entry's number and another title fits; 0 if it can't be a heading. */
function sameNumberWeight(entry: TocEntry, reading: HeadingReading, body: BodyLines): number {
  const key = must(keysOf(reading)[0]);
  if (reading.title === '' || !isHeadingShaped(reading)) return 0;
  const ratio = editRatio(entry.key, key, 0.3);
  if (ratio >= 0.75) return 3.5;
  if (!body.isolated(reading.first, reading.last)) return 0;
  return ratio > 0 ? 2.25 : 1.25;
}
