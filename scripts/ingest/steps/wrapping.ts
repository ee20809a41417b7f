import type { Line } from '../model.ts';
import { columns, endsSentence } from './prose.ts';

/** How a book breaks its lines. */
export interface Wrapping {
  /** Columns of a full line where paragraphs are hard-wrapped; 0 where a paragraph is one line. */
  width: number;
  /** Paragraphs are set apart by blank lines. */
  spaced: boolean;
  /** Paragraphs start with white space. */
  indented: boolean;
}

/** Lines looked at. */
const sampleSize = 20_000;

/** Measure how a stretch of lines is broken. */
export function measureWrapping(lines: Line[], start: number, end: number): Wrapping {
  const widths: number[] = [];
  let texts = 0;
  let apart = 0;
  let indented = 0;
  let adjacent = 0;
  const stop = Math.min(end, start + sampleSize);
  for (let i = start; i < stop; i += 1) {
    const { text } = lines[i]!;
    if (text.trim() === '') continue;
    texts += 1;
    if (i === start || lines[i - 1]!.text.trim() === '') apart += 1;
    if (/^(?:[\u3000\t]| {2,})/.test(text) && text.trim().length > 12) indented += 1;
    const below = lines[i + 1]?.text;
    if (i + 1 >= stop || below === undefined || below.trim() === '') continue;
    adjacent += 1;
    if (!endsSentence(text)) widths.push(columns(text.trimEnd()));
  }
  return {
    width: wrapWidth(widths, adjacent, texts),
    spaced: apart * 2 > texts || (apart > 8 && apart * 8 > texts),
    indented: indented * 8 > texts,
  };
}

/** Full lines end anywhere in a sentence, are many, and are about equally wide. */
function wrapWidth(widths: number[], adjacent: number, texts: number): number {
  if (widths.length < 5 || widths.length * 2 < adjacent * 0.8 || widths.length * 5 < texts) return 0;
  const sorted = [...widths].sort((a, b) => a - b);
  const full = sorted[Math.floor(sorted.length * 0.9)]!;
  const near = widths.filter((width) => width >= full * 0.85 && width <= full * 1.15).length;
  return full >= 20 && near >= widths.length * 0.7 ? full : 0;
}
