import type { Line } from '../model.ts';
import { endsSentence, visibleLength } from '../language/prose.ts';
import { Phrasing } from './phrasing.ts';

/** Characters of a book that are looked at. */
const sampleSize = 400_000;
/** A shorter line may be a title or a name, which no mark ends either. */
const minLength = 12;
/** Fewer ends of lines tell nothing about a book. */
const minEnds = 5;
/** Of the lines that end within a sentence, so many go on in the next one. By chance, about one in ten seems to. */
const minShare = 0.3;

/** What is between two lines of text: an empty line, or nothing. */
type Gap = 'nothing' | 'blank';

/**
 * Whether a book's sentences go on in the next line, or below an empty line. A book cut at its pages and a list of
 * notes without full stops look alike; they differ in whether the words on both sides of a cut are side by side
 * elsewhere in the book.
 */
export class Continuity {
  private readonly phrasing: Phrasing;
  private readonly cuts: Record<Gap, boolean>;

  constructor(lines: Line[], start: number, end: number) {
    this.phrasing = new Phrasing(lines, start, end);
    this.cuts = this.measure(lines, start, end);
  }

  /** Whether `above`, which ends within a sentence, may go on in `below`. */
  goesOn(above: string, below: string, gap: Gap): boolean {
    if (isRest(below)) return true;
    if (!meetsInside(above, below)) return false;
    return this.cuts[gap] || /[，、]$/.test(above) || this.runsOn(above, below);
  }

  private runsOn(above: string, below: string): boolean {
    return this.phrasing.adjoin(above.at(-1) ?? '', below[0] ?? '') && !this.phrasing.opens(below);
  }

  private measure(lines: Line[], start: number, end: number): Record<Gap, boolean> {
    const ends = { nothing: 0, blank: 0 };
    const going = { nothing: 0, blank: 0 };
    let above = '';
    let gap: Gap = 'nothing';
    let left = sampleSize;
    for (let i = start; i < end && left > 0; i += 1) {
      const below = lines[i]?.text.trim() ?? '';
      if (below === '') {
        gap = 'blank';
        continue;
      }
      left -= below.length;
      if (
        visibleLength(above) >= minLength &&
        !endsSentence(above) &&
        (isRest(below) || meetsInside(above, below))
      ) {
        ends[gap] += 1;
        if (isRest(below) || this.runsOn(above, below)) going[gap] += 1;
      }
      above = below;
      gap = 'nothing';
    }
    const cutsAt = (at: Gap): boolean => ends[at] < minEnds || going[at] >= ends[at] * minShare;
    return { nothing: cutsAt('nothing'), blank: cutsAt('blank') };
  }
}

/** Whether a text starts as no paragraph does: with a closing mark, with 的 or with 吗？. */
export function isRest(text: string): boolean {
  return /^(?:[，。、；！？”’）」』》〉】]|的(?![确確士])|[们們]|[吗呢嗎][？，。])/.test(text);
}

/** Whether both sides of a cut are words: no bracket, quotation mark or bullet is at it. */
function meetsInside(above: string, below: string): boolean {
  return /[\p{L}\p{N}，、]$/u.test(above) && /^[\p{L}\p{N}]/u.test(below);
}
