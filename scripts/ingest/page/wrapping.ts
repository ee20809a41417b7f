import type { Line } from '../model.ts';
import { columns, endsSentence, visibleLength } from '../language/prose.ts';

/** How a book breaks its lines. */
export interface Wrapping {
  /** Width of a full line where paragraphs are hard-wrapped, as {@link Wrapping.measure} gives it; 0 where a paragraph is one line. */
  width: number;
  /** Some wrap by columns, of which a Han character takes two, some by characters. */
  measure: (text: string) => number;
  /** Paragraphs are set apart by blank lines. */
  spaced: boolean;
  /** Paragraphs start with white space. */
  indented: boolean;
}

/** Lines looked at. */
const sampleSize = 20_000;
/** Shorter lines may be headings, names and numbers. */
const shortest = 9;
/** Fewer lines tell nothing. */
const fewest = 5;
const characters = (text: string): number => text.trimEnd().length;
const inColumns = (text: string): number => columns(text.trimEnd());

/** Measure how a stretch of lines is broken. */
export function measureWrapping(lines: Line[], start: number, end: number): Wrapping {
  const long: { text: string; ends: boolean }[] = [];
  let texts = 0;
  let apart = 0;
  let indented = 0;
  const stop = Math.min(end, start + sampleSize);
  for (let i = start; i < stop; i += 1) {
    const { text } = lines[i]!;
    if (text.trim() === '') continue;
    texts += 1;
    if (i === start || lines[i - 1]!.text.trim() === '') apart += 1;
    if (startsIndented(text) && text.trim().length > 12) indented += 1;
    if (visibleLength(text) >= shortest) long.push({ text, ends: endsSentence(text) });
  }
  const shared = {
    spaced: apart * 2 > texts || (apart > 8 && apart * 8 > texts),
    indented: indented * 8 > texts,
  };
  const byCharacters = fullWidth(long, characters, 1);
  const byColumns = fullWidth(long, inColumns, 2);
  const [best, measure] =
    byCharacters.share > byColumns.share ? [byCharacters, characters] : [byColumns, inColumns];
  return { ...shared, width: best.width, measure };
}

/** Whether a line starts as an indented paragraph does. */
export function startsIndented(text: string): boolean {
  return /^(?:[\u3000\t]| {2,})/.test(text);
}

/**
 * The width that full lines have: the most frequent one, if hardly a line is wider, a good part of the lines is about as
 * wide, and most of those end within a sentence. Else 0.
 */
function fullWidth(
  long: { text: string; ends: boolean }[],
  measure: (text: string) => number,
  slack: number,
): { width: number; share: number } {
  const none = { width: 0, share: 0 };
  if (long.length < fewest) return none;
  const counts = new Map<number, number>();
  const widths = long.map(({ text }) => measure(text));
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  let full = 0;
  let unfinished = 0;
  let wider = 0;
  long.forEach(({ ends }, i) => {
    if (widths[i]! > width + 2 * slack) wider += 1;
    if (Math.abs(widths[i]! - width) > slack) return;
    full += 1;
    if (!ends) unfinished += 1;
  });
  const share = full / long.length;
  return full >= fewest && share >= 0.3 && unfinished * 2 > full && wider * 10 < long.length
    ? { width, share }
    : none;
}
