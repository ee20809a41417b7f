import { editRatio } from '../../../src/lib/edit-ratio.ts';
import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import { markerOf } from '../language/case-markers.ts';
import { simplified } from '../language/simplified.ts';
import type { Line } from '../model.ts';

/** Characters of the lines above and below that a correction keeps. */
const contextLength = 12;
/** Lines with fewer characters are too common to find a place by. */
const shortestAlone = 4;
/** A neighbour is the same if it is as like as this: an edition may mend it. */
const leastLikeNeighbour = 0.7;
/** A line whose words were edited is the same line if it is as like as this, with both neighbours or with one. */
const leastLike = { both: 0.5, one: 0.75 };

/** Lines as an editor shows them: what a form feed parts within a line is one, with a space for it. */
export function editorLines(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    if (above?.number === line.number)
      whole[whole.length - 1] = { ...above, text: `${above.text} ${line.text}` };
    else whole.push(line);
  }
  return whole;
}

/** How a line has the words of a correction: as a whole, at its start, at its end or somewhere. */
export type Fit = 'whole' | 'start' | 'end' | 'inside';

/** Lines as corrections are compared with them: their wording, and that of their neighbours. */
export class LineIndex {
  readonly #lines: readonly Line[];
  readonly #texts: (string | undefined)[];
  readonly #places: Map<number, number>;

  constructor(printed: readonly Line[]) {
    const lines = editorLines(printed);
    this.#lines = lines;
    this.#texts = [];
    this.#places = new Map(lines.map(({ number }, index) => [number, index]));
  }

  get size(): number {
    return this.#lines.length;
  }

  at(number: number): number | undefined {
    return this.#places.get(number);
  }

  numberOf(index: number): number | undefined {
    return this.#lines[index]?.number;
  }

  text(index: number): string {
    return (this.#texts[index] ??= squeeze(this.#lines[index]?.text ?? ''));
  }

  /** The end of the text above a line and the beginning of the text below it; empty at the ends of the book. */
  between(index: number): [string, string] {
    let above = index - 1;
    while (above >= 0 && this.text(above) === '') above -= 1;
    let below = index + 1;
    while (below < this.size && this.text(below) === '') below += 1;
    return [this.text(above).slice(-contextLength), this.text(below).slice(0, contextLength)];
  }

  /** Lines that have these words. */
  having(words: string, fit: Fit): number[] {
    const found: number[] = [];
    for (let index = 0; index < this.size; index += 1) if (this.has(index, words, fit)) found.push(index);
    return found;
  }

  has(index: number, words: string, fit: Fit): boolean {
    const text = this.text(index);
    if (text === '') return false;
    if (fit === 'whole') return text === words;
    if (fit === 'end') return text.endsWith(words);
    if (fit === 'inside') return text.includes(words);
    return text.startsWith(words) || withoutMarker(text).startsWith(words);
  }
}

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

/** A text without the marker of a case that it starts with, such as 【案例】. */
function withoutMarker(text: string): string {
  return text.slice(markerOf(simplified(text))?.inline ?? 0);
}
