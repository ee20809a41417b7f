import { editRatio } from '../../../src/lib/edit-ratio.ts';
import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import { contextLength, withoutMarker, type Fit, type LineIndex } from './line-index.ts';

/** Lines with fewer characters are too common to find a place by. */
const shortestAlone = 4;
/** A neighbour is the same if it is as like as this: an edition may mend it. */
const leastLikeNeighbour = 0.7;
/** A line whose words were edited is the same line if it is as like as this, with both neighbours or with one. */
const leastLike = { both: 0.5, one: 0.75 };

/** A correction's own description of its place; all of it is optional. */
type Place = Pick<Override, 'line' | 'between' | 'repeated'>;

/** The words of a correction, and how its line has them. */
export function wordsOf(override: Override): { words: string; fit: Fit } {
  if ('heading' in override) return { words: override.heading, fit: 'whole' };
  if ('drop' in override) return { words: override.drop, fit: 'whole' };
  if ('join' in override) return { words: override.join, fit: 'end' };
  if ('split' in override) return { words: override.split, fit: 'inside' };
  if ('case' in override) return { words: override.case, fit: 'start' };
  return { words: override.entry, fit: 'inside' };
}

/** The place of a correction of a line. */
export function placeOf(
  lines: LineIndex,
  index: number,
  words: string,
  fit: Fit,
): Required<Omit<Place, 'repeated'>> & Place {
  return {
    line: lines.numberOf(index) ?? 1,
    between: lines.between(index),
    ...(lines.having(squeeze(words), fit).length > 1 ? { repeated: true } : {}),
  };
}

/**
 * Find a correction's line in this edition. Try its number together with its words. If they no longer agree, use
 * its words and the lines around it. If the words were edited too, use the lines around it and how similar the
 * words are. `undefined` if no line fits, or if several fit equally well.
 */
export function findLine(override: Override, lines: LineIndex): number | undefined {
  const { words, fit } = wordsOf(override);
  const index = indexOf(squeeze(words), fit, override, lines);
  return index === undefined ? undefined : lines.numberOf(index);
}

function indexOf(
  words: string,
  fit: Fit,
  { line, between, repeated }: Place,
  lines: LineIndex,
): number | undefined {
  if (line === undefined) return undefined;
  const context = between ? ([squeeze(between[0]), squeeze(between[1])] as const) : undefined;
  const kept = (index: number): number => {
    if (!context) return 0;
    const now = lines.between(index);
    return Number(isLike(now[0], context[0])) + Number(isLike(now[1], context[1]));
  };
  const there = lines.at(line);
  if (there !== undefined && lines.has(there, words, fit) && (!context || kept(there) === 2)) return there;
  const same = lines.having(words, fit);
  const alone = same.length === 1 && repeated !== true && words.length >= shortestAlone ? same[0] : undefined;
  if (!context) return alone;
  // If several lines have the words, both neighbours decide between them; one neighbour may have changed.
  const near = the(same, kept, repeated === true ? 2 : 1);
  if (near !== undefined || same.some((index) => kept(index) > 0)) return near;
  return alone ?? (same.length > 0 ? undefined : edited(words, fit, kept, lines));
}

/** Whether two ends of lines are the same, or one is the other mended. */
function isLike(a: string, b: string): boolean {
  return a === b || (a.length === contextLength && editRatio(a, b, leastLikeNeighbour) > 0);
}

/** The one of `indexes` with the greatest `measure`, at least `least`; `undefined` if several have as much. */
function the(indexes: number[], measure: (index: number) => number, least: number): number | undefined {
  const measured = indexes.map((index) => ({ index, value: measure(index) }));
  const most = measured.reduce((best, { value }) => Math.max(best, value), 0);
  const best = measured.filter(({ value }) => value === most);
  return most >= least && best.length === 1 ? best[0]?.index : undefined;
}

/** The line with these neighbours that is like the words. */
function edited(
  words: string,
  fit: Fit,
  kept: (index: number) => number,
  lines: LineIndex,
): number | undefined {
  const like = new Map<number, number>();
  for (let index = 0; index < lines.size; index += 1) {
    const text = lines.text(index);
    if (text === '') continue;
    const neighbours = kept(index);
    if (neighbours === 0) continue;
    const ratio = editRatio(words, partOf(text, words.length, fit));
    if (ratio >= (neighbours === 2 ? leastLike.both : leastLike.one)) like.set(index, ratio + neighbours);
  }
  return the([...like.keys()], (index) => like.get(index) ?? 0, 0);
}

function partOf(text: string, length: number, fit: Fit): string {
  if (fit === 'start') return withoutMarker(text).slice(0, length);
  return fit === 'end' ? text.slice(-length) : text;
}
