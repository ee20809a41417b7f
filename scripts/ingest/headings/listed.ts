import { bisect } from '../../../src/lib/bisect.ts';
import { editRatio } from '../../../src/lib/edit-ratio.ts';
import { pushTo } from '../../../src/lib/push-to.ts';
import { keysOf, type BodyLines, type HeadingReading } from '../page/body-lines.ts';
import { withoutNumbers } from '../page/furniture/repeated-titles.ts';
import type { ForcedHeading, Heading } from '../page/heading.ts';
import { matchInOrder, type Pair } from './ordered-matching.ts';
import { endsSentence, visibleLength } from '../language/prose.ts';
import { similarPairs } from './similar-titles.ts';
import type { Toc, TocEntry } from '../contents/toc.ts';
import { must } from '../../../src/lib/must.ts';

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

/** Up to this many (entry, line) pairs of one title, every pair is compared. */
const mostShared = 100_000;
/** Beyond that, this many lines before and behind the likeliest one. */
const neighbourWindow = 50;

/** What is known while headings are being found. */
interface Search {
  body: BodyLines;
  toc: Toc;
  take: (entry: TocEntry, reading: HeadingReading) => void;
  /** By the index of each line that belongs to a heading. */
  taken: Map<number, Heading>;
  found: Map<TocEntry, Heading>;
  /** Levels and titles of what was found. */
  claimed: Set<string>;
}

function alignLevel(entries: TocEntry[], readings: HeadingReading[], search: Search): void {
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

/** An equal title: better with an equal number, alone on its line, and with something else than a heading below it. */
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

/** An equal number with another title: the same heading, if the line can be one. */
function sameNumberWeight(entry: TocEntry, reading: HeadingReading, body: BodyLines): number {
  const key = must(keysOf(reading)[0]);
  if (reading.title === '' || !isHeadingShaped(reading)) return 0;
  const ratio = editRatio(entry.key, key, 0.3);
  if (ratio >= 0.75) return 3.5;
  if (!body.isolated(reading.first, reading.last)) return 0;
  return ratio > 0 ? 2.25 : 1.25;
}

/** Headings with a misread character or a changed word: similar titles between the neighbours that were found. */
function takeSimilar(
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

function canHead(reading: HeadingReading, body: BodyLines): boolean {
  return reading.numbering !== undefined || body.looksLikeTitle(reading.first);
}

/** Equal titles that are out of order. */
function takeExact(
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

/** Lines that can be a heading at all: no longer than titles are, each alone and together with the next one. */
function readCandidates(body: BodyLines, toc: Toc, forced: ForcedHeading): HeadingReading[] {
  const longest = toc.entries.reduce((most, { title }) => Math.max(most, title.length), 0);
  const most = longest * 1.5 + 24;
  const keys = new Set(toc.entries.map(({ key }) => key));
  const readings: HeadingReading[] = [];
  for (let i = body.start; i < body.end; i += 1) {
    const { text } = must(body.lines[i]);
    // Longer than any heading, spaces included; looked at before trimming, for speed.
    if (text.length > most * 2) continue;
    const length = text.trim().length;
    if (length === 0 || length > most || forced(text, must(body.lines[i])) === 'prose') continue;
    const reading = body.readLine(i);
    readings.push(reading);
    if (keysOf(reading).some((key) => keys.has(key))) continue;
    const two = body.readTwoLines(i);
    if (two && two.whole.length <= most && (reading.title === '' || keysOf(two).some((key) => keys.has(key))))
      readings.push(two);
  }
  return readings;
}

function claim({ level, key }: TocEntry): string {
  return `${level} ${key}`;
}

/** No sentence, and not too long for one line. */
export function isHeadingShaped({ title, whole }: HeadingReading): boolean {
  return (
    visibleLength(whole) <= 60 &&
    !/[。；;，,：:、]$/.test(title) &&
    !(endsSentence(title) && /[，。；]/.test(title)) &&
    !/^[，、。]/.test(title)
  );
}

/** The stretches of the body that the rules are looked for in, with the rules of each. */
function groupRules(
  toc: Toc,
  found: Map<TocEntry, Heading>,
  body: BodyLines,
): { entries: TocEntry[]; from: number; to: number }[] {
  const groups = new Map<Heading | undefined, TocEntry[]>();
  let chapter: Heading | undefined;
  for (const entry of toc.entries) {
    if (entry.level === 'chapter') chapter = found.get(entry) ?? chapter;
    else pushTo(groups, chapter, entry);
  }
  const starts = [...found.values()].sort((a, b) => a.first - b.first);
  const ends = new Map(starts.map((heading, i) => [heading, starts[i + 1]?.first ?? body.end]));
  return [...groups].map(([heading, entries]) =>
    heading
      ? { entries, from: heading.last + 1, to: must(ends.get(heading)) }
      : { entries, from: body.start, to: starts[0]?.first ?? body.end },
  );
}

/** For every entry without a heading: the stretch between its neighbours that have one, and how many it shares that with. */
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

function indexByKey(readings: HeadingReading[]): Map<string, HeadingReading[]> {
  const index = new Map<string, HeadingReading[]>();
  for (const reading of readings) for (const key of new Set(keysOf(reading))) pushTo(index, key, reading);
  return index;
}

function between(readings: HeadingReading[], from: number, to: number): HeadingReading[] {
  const at = (index: number): number => bisect(readings.length, (each) => must(readings[each]).first < index);
  return readings.slice(at(from), at(to)).filter(({ last }) => last < to);
}
