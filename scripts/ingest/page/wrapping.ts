import type { Line } from '../model.ts';
import { columns, endsSentence, visibleLength } from '../language/prose.ts';

/** How a book breaks its lines. */
export interface Wrapping {
  /** Width of a full line where paragraphs are hard-wrapped, as {@link Wrapping.measure} gives it; 0 if a paragraph is one line. */
  width: number;
  /** Some books wrap by columns, with two for a Han character, and some by characters. */
  measure: (text: string) => number;
  /** Paragraphs are set apart by blank lines. */
  spaced: boolean;
  /** Paragraphs start with white space. */
  indented: boolean;
}

/** A line of this share of the full width, or more, is a full one. */
export const fullShare = 0.9;
/** A line of this share or more may be followed by one of the same paragraph; lines break before long words. */
export const wrapShare = 0.6;
/** A line below this share ends its paragraph. */
export const shortShare = 0.5;

/** Lines of the text that are measured. */
const sampleSize = 20_000;
/** Shorter lines may be headings, names and numbers. */
const minLength = 9;
/** Fewer lines tell nothing. */
const minLines = 5;
/** Indented lines of up to this length may be names, numbers or headings that are centred. */
const maxLabelLength = 12;
/** Lines are wrapped at a width if this share of them are about as wide, and fewer than one in `minWider` are wider. */
const minFullShare = 0.3;
const minWider = 10;
/** One paragraph in this many, or more, is indented in a book that indents, or set apart by a blank line in one that does. */
const minSetOff = 8;
/** So many paragraphs are set apart by a blank line in a book that does so now and then. */
const minApart = 8;
const characters = (text: string): number => text.trimEnd().length;
const inColumns = (text: string): number => columns(text.trimEnd());

/** Measure how a stretch of lines is broken. */
export function measureWrapping(lines: Line[], start: number, end: number): Wrapping {
  const long: { text: string; ends: boolean }[] = [];
  let texts = 0;
  let apart = 0;
  let indented = 0;
  let isApart = true;
  for (const { text } of lines.slice(start, Math.min(end, start + sampleSize))) {
    const isBlank = text.trim() === '';
    const isAfterBlank = isApart;
    isApart = isBlank;
    if (isBlank) continue;
    texts += 1;
    if (isAfterBlank) apart += 1;
    if (startsIndented(text) && text.trim().length > maxLabelLength) indented += 1;
    if (visibleLength(text) >= minLength) long.push({ text, ends: endsSentence(text) });
  }
  const shared = {
    spaced: apart * 2 > texts || (apart > minApart && apart * minSetOff > texts),
    indented: indented * minSetOff > texts,
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
 * The width of full lines. It is the most frequent width, if hardly any line is wider, many are about as wide,
 * and most of those end within a sentence. Otherwise 0.
 */
function fullWidth(
  long: { text: string; ends: boolean }[],
  measure: (text: string) => number,
  slack: number,
): { width: number; share: number } {
  const none = { width: 0, share: 0 };
  if (long.length < minLines) return none;
  const counts = new Map<number, number>();
  const measured = long.map(({ text, ends }) => ({ width: measure(text), ends }));
  for (const { width } of measured) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  let full = 0;
  let unfinished = 0;
  let wider = 0;
  for (const { width, ends } of measured) {
    if (width > usual + 2 * slack) wider += 1;
    if (Math.abs(width - usual) > slack) continue;
    full += 1;
    if (!ends) unfinished += 1;
  }
  const share = full / long.length;
  return full >= minLines && share >= minFullShare && unfinished * 2 > full && wider * minWider < long.length
    ? { width: usual, share }
    : none;
}
