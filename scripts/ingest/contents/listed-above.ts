import { bisect } from '../../../src/lib/bisect.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';
import { pushTo } from '../../../src/lib/push-to.ts';
import type { Line } from '../model.ts';
import { looseNumberingOf, numberingOf } from '../language/numbering.ts';
import { columns, endsSentence, isProse } from '../language/prose.ts';
import { readTocLine } from './line/contents-line.ts';
import { must } from '../../../src/lib/must.ts';

/** Contents are within this many lines of text from the top. */
const maxLinesAbove = 300;
/** Thirty Chinese characters: longer lines without a number name nothing. */
const maxColumns = 60;
/** Fewer titles in a row that recur are chance. */
const minTitles = 5;
/** This share of the lines must be in the body again, and this share of those in the same order, above text. */
const minRecurring = 0.75;
const minInOrder = 0.8;
const minAboveText = 0.6;

/** Where a list of titles lies. */
export interface Span {
  /** Indexes of its first line and of the line behind its last. */
  start: number;
  end: number;
}

/**
 * Find a list of what the book holds that nothing calls so and whose lines need no number: short lines in a row near the
 * top, most of which come again further down, in their order and with text between them.
 */
export function findListedAbove(lines: Line[]): Span | undefined {
  // Headings by the format's own marks need no list.
  if (lines.some(({ format }) => format?.kind === 'heading')) return undefined;
  let places: Map<string, number[]> | undefined;
  let block: number[] = [];
  let left = maxLinesAbove;
  for (let at = 0; at <= lines.length && left > 0; at += 1) {
    const text = textAt(lines, at);
    if (text === '' && at < lines.length) continue;
    left -= 1;
    if (at < lines.length && isEntry(lines[at], text)) {
      block.push(at);
      continue;
    }
    if (block.length >= minTitles) {
      places ??= placesOf(lines);
      const span = spanOf(block, lines, places);
      if (span) return span;
    }
    block = [];
  }
  return undefined;
}

function isEntry(line: Line | undefined, text: string): boolean {
  const kind = line?.format?.kind;
  return (
    kind !== 'heading' &&
    kind !== 'table' &&
    columns(text) <= maxColumns &&
    !/[。；，：:]$/.test(text) &&
    (!endsSentence(text) || /[？?！!]$/.test(text))
  );
}

/** What a title is known by, with and without its number. */
function keysOf(text: string): string[] {
  const { whole, title } = readTocLine({ number: 1, text, pageBreak: false });
  const loose = looseNumberingOf(whole);
  const bare = title === whole && loose ? whole.slice(loose.length) : title;
  return [...new Set([matchKey(whole), matchKey(bare)])].filter((key) => key.length > 1);
}

/** The lines where each short line comes, by all that it is known by. */
function placesOf(lines: Line[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  lines.forEach(({ text }, at) => {
    const words = text.length <= 2 * maxColumns ? text.trim() : '';
    if (words === '' || columns(words) > 2 * maxColumns) return;
    for (const key of keysOf(words)) pushTo(places, key, at);
  });
  return places;
}

/** The lines of a block that list what comes below it, if they do: all of them, or those with the highest numbers. */
function spanOf(block: number[], lines: Line[], places: Map<string, number[]>): Span | undefined {
  return recurring(block, lines, places) ?? highestRecurring(block, lines, places);
}

/** The numbers of this rank and below head no chapters in contents. */
const lowestRank = 6.5;

/** The same if the titles below the numbered ones are printed otherwise in the text, behind a date for example. */
function highestRecurring(block: number[], lines: Line[], places: Map<string, number[]>): Span | undefined {
  const ranks = new Map(block.map((at) => [at, numberingOf(textAt(lines, at))?.rank ?? Infinity]));
  const top = Math.min(...ranks.values());
  const highest = top > lowestRank ? [] : block.filter((at) => ranks.get(at) === top);
  const found = highest.length < minTitles ? undefined : recurring(highest, lines, places);
  if (!found) return undefined;
  // The last of them has titles below it, up to the first that the text repeats or a wider gap than any between them.
  const seen = new Set<string>();
  const gaps = block.map((at, i) => at - (block[i - 1] ?? at));
  const widest = Math.max(
    ...gaps.filter((_, i) => must(block[i]) > found.start && must(block[i]) < found.end),
  );
  const wider = block.findIndex((at, i) => at >= found.end && must(gaps[i]) > widest);
  const own = block.slice(0, wider < 0 ? block.length : wider);
  const end = own.find((at) => {
    const keys = keysOf(textAt(lines, at));
    const isRepeated = at >= found.end && keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isRepeated;
  });
  return { start: found.start, end: end ?? must(own.at(-1)) + 1 };
}

function recurring(block: number[], lines: Line[], places: Map<string, number[]>): Span | undefined {
  const keys = block.map((at) => keysOf(textAt(lines, at)));
  const seen = new Set<string>();
  // Where the body begins it repeats the first titles.
  const again = keys.findIndex((own, i) => {
    const isRepeated = i >= minTitles && own.some((key) => seen.has(key)) && isOpening(block, i, lines);
    for (const key of own) seen.add(key);
    return isRepeated;
  });
  const end = again < 0 ? block.length : again;
  const last = must(block[end - 1]);
  let from = last;
  const found = keys.slice(0, end).map((own) => {
    const at = firstBehind(own, from, places) ?? firstBehind(own, last, places);
    if (at !== undefined) from = Math.max(from, at);
    return at;
  });
  const first = found.findIndex((at) => at !== undefined);
  const behind = found.findLastIndex((at) => at !== undefined) + 1;
  if (first < 0 || behind - first < minTitles) return undefined;
  const hits = found.slice(first, behind).filter((at) => at !== undefined);
  if (hits.length < minRecurring * (behind - first)) return undefined;
  const inOrder = hits.filter((at, i) => i === 0 || at > must(hits[i - 1])).length;
  const titles = new Set(keys.flat());
  const aboveText = hits.filter((at) => isAboveText(lines, at, titles)).length;
  return inOrder >= minInOrder * hits.length && aboveText >= minAboveText * hits.length
    ? { start: must(block[first]), end: must(block[behind - 1]) + 1 }
    : undefined;
}

/** Whether a line of a block that repeats another may open the body: numbers and dashes repeat in a list, too. */
function isOpening(block: number[], i: number, lines: Line[]): boolean {
  const numbering = numberingOf(textAt(lines, must(block[i])));
  return (
    isAboveText(lines, must(block[i])) ||
    (numbering?.rank ?? 0) <= (numberingOf(textAt(lines, must(block[0])))?.rank ?? 0)
  );
}

function firstBehind(keys: string[], from: number, places: Map<string, number[]>): number | undefined {
  const found = keys.flatMap((key) => {
    const all = places.get(key) ?? [];
    return all[bisect(all.length, (i) => must(all[i]) <= from)] ?? [];
  });
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** Whether running text that is none of the titles is right below a line. */
export function isAboveText(lines: Line[], at: number, titles: ReadonlySet<string> = new Set()): boolean {
  const below = lines.slice(at + 1, at + 6).filter(({ text }) => text.trim() !== '');
  return below
    .slice(0, 2)
    .some(({ text }) => isProse(text.trim()) && columns(text.trim()) > 24 && !titles.has(matchKey(text)));
}

function textAt(lines: Line[], at: number): string {
  return lines[at]?.text.trim() ?? '';
}
