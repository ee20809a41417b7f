import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Line } from '../model.ts';

/** How much of a book is looked through. */
const mostLooked = 2_000_000;
/** Occurrences beyond these are not counted. */
const mostCounted = 5;
/** More titles than this that differ are of another edition: nothing is compared. */
const mostCompared = 200;

/** A title as the contents and the body print it, and the lines of the heading. */
export interface TwoWordings {
  listed: string;
  printed: string;
  first: number;
  last: number;
}

/**
 * The pairs in which the body's wording is the book's: the text has its words more often than those of the contents (给予者 rather
 * than 给于者).
 */
export function ofTheBody(pairs: TwoWordings[], lines: Line[], from: number): Set<TwoWordings> {
  const differing = pairs.filter(({ listed, printed }) => matchKey(listed) !== matchKey(printed));
  if (differing.length === 0 || differing.length > mostCompared) return new Set();
  const heads = new Set(differing.flatMap(({ first, last }) => [first, last]));
  let left = mostLooked;
  const text = lines
    .slice(from)
    .filter((line, i) => !heads.has(from + i) && (left -= line.text.length) > 0)
    .map((line) => matchKey(line.text))
    .join('\n');
  const gains = differing.map(({ listed, printed }) =>
    differencesOf(matchKey(printed), matchKey(listed)).reduce(
      (sum, [own, other]) => sum + countOf(own, text) - countOf(other, text),
      0,
    ),
  );
  // Of titles whose words are nowhere else, those are followed that are right more often.
  const least = gains.reduce((sum, gain) => sum + Math.sign(gain), 0) > 0 ? 0 : 1;
  return new Set(differing.filter((_, i) => (gains[i] ?? 0) >= least));
}

/** What two titles print otherwise: the words of each, with the character before or behind them. */
function differencesOf(a: string, b: string): [string[], string[]][] {
  if (a.length === b.length) {
    const places = [...a].flatMap((_, at) => (a[at] === b[at] ? [] : [at]));
    return places.map((at) => [around(a, at, at + 1), around(b, at, at + 1)]);
  }
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [[around(a, start, a.length - end), around(b, start, b.length - end)]];
}

function around(text: string, from: number, to: number): string[] {
  return [text.slice(Math.max(0, from - 1), to), text.slice(from, to + 1)].filter(({ length }) => length > 1);
}

function countOf(words: string[], text: string): number {
  let count = 0;
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0 && count < mostCounted; at = text.indexOf(word, at + 1))
      count += 1;
  return count;
}
