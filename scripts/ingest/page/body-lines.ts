import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Line } from '../model.ts';
import { Phrasing } from './phrasing.ts';
import { fullShare, measureWrapping, startsIndented, type Wrapping } from './wrapping.ts';
import { isFolio } from '../language/folio.ts';
import { numberingOf, type Numbering } from '../language/numbering.ts';
import { hasTitleWords } from './title-words.ts';
import { endsSentence, isProse, startsInside, visibleLength } from '../language/prose.ts';

/** A line read as if it were a heading. A heading may run over two lines (第1章, then its title). */
export interface HeadingReading {
  /** Indexes of its first and last line. */
  first: number;
  last: number;
  numbering: Numbering | undefined;
  /** As printed, with and without the numbering. */
  whole: string;
  title: string;
}

/** The lines of a book after its table of contents, with their neighbours. */
export class BodyLines {
  readonly lines: Line[];
  readonly start: number;
  readonly end: number;
  readonly wrapping: Wrapping;
  /** Indexes of page furniture. These lines count as neither text nor anybody's neighbours. */
  readonly furniture: ReadonlySet<number>;
  /** Paragraphs are mostly set apart by blank lines. */
  private readonly spaced: boolean;
  /** Most paragraphs end with no mark of a sentence's end, as those of notes and outlines do. */
  readonly isUnended: boolean;
  private phrasing: Phrasing | undefined;
  private textAbove: Int32Array | undefined;

  constructor(lines: Line[], start: number, end = lines.length, furniture: ReadonlySet<number> = new Set()) {
    this.lines = lines;
    this.furniture = furniture;
    this.start = start;
    this.end = end;
    this.wrapping = measureWrapping(lines, start, end);
    const isBlank = (index: number) => index < start || this.text(index) === '';
    let texts = 0;
    let apart = 0;
    let long = 0;
    let unended = 0;
    for (let i = start; i < end; i += 1) {
      if (isBlank(i)) continue;
      texts += 1;
      if (isBlank(i - 1)) apart += 1;
      if (visibleLength(this.text(i)) < minCutLength) continue;
      long += 1;
      if (!endsSentence(this.text(i))) unended += 1;
    }
    this.isUnended = this.wrapping.width === 0 && unended * 2 > long;
    this.spaced = apart * 2 > texts;
  }

  /** The same lines with their page furniture known. */
  without(furniture: ReadonlySet<number>): BodyLines {
    return new BodyLines(this.lines, this.start, this.end, furniture);
  }

  /** Index of the next line of text before `end`, page furniture left out; −1 if there is none. */
  next(index: number, end = this.end): number {
    for (let i = index + 1; i < end; i += 1) if (this.isText(i)) return i;
    return -1;
  }

  /** Index of the line of text before `index`, page furniture left out; −1 if there is none. */
  previous(index: number): number {
    this.textAbove ??= this.findTextAbove();
    return this.textAbove[Math.min(index, this.end) - this.start] ?? -1;
  }

  /** A line's text, trimmed; empty beyond the ends. */
  text(index: number): string {
    return this.lines[index]?.text.trim() ?? '';
  }

  /** Whether lines are set apart from the text around them, as headings are, if this book sets its paragraphs apart at all. */
  isolated(first: number, last = first): boolean {
    if (!this.spaced) return true;
    const above = first === this.start || this.startsPage(first) || this.text(first - 1) === '';
    const below = last === this.end - 1 || this.startsPage(last + 1) || this.text(last + 1) === '';
    return above && below;
  }

  /** A line by itself, read as a heading. */
  readLine(index: number): HeadingReading {
    const whole = this.text(index);
    const numbering = numberingOf(whole) ?? numberingBehindMark(whole);
    return { first: index, last: index, numbering, whole, title: whole.slice(numbering?.length ?? 0).trim() };
  }

  /** A line and the next one with text, read as one heading; `undefined` if none follows within two lines. */
  readTwoLines(index: number): HeadingReading | undefined {
    const next = this.next(index, Math.min(this.end, index + 3));
    if (next < 0) return undefined;
    const { numbering, title, whole } = this.readLine(index);
    const more = this.text(next);
    const glue = /[A-Za-z0-9]$/.test(whole) && /^[A-Za-z0-9]/.test(more) ? ' ' : '';
    return {
      first: index,
      last: next,
      numbering,
      whole: whole + glue + more,
      title: title + (title === '' ? '' : glue) + more,
    };
  }

  /**
   * Whether an unnumbered line looks like the title of a rule: short, without the marks of a sentence or a list, and
   * above running text that it doesn't run on into.
   * @param isBelowTitle such a line is right above it, so that only this one can be the title
   */
  looksLikeTitle(index: number, isBelowTitle = false): boolean {
    return (
      this.isRunning(index) &&
      !this.furniture.has(index) &&
      hasTitleWords(this.text(index)) &&
      !this.fillsLine(index) &&
      this.isolated(index) &&
      this.headsText(index, isBelowTitle)
    );
  }

  /** Whether running text follows a line on the same page, and is no rest of its sentence. */
  private headsText(index: number, isBelowTitle: boolean): boolean {
    const next = this.next(index);
    if (next < 0 || this.pageEnds(index, next)) return false;
    const [text, below] = [this.text(index), this.text(next)];
    if (!isProse(below) || startsInside(below)) return false;
    if (!isBelowTitle && this.looksLikeTitle(next, true)) return false;
    return (visibleLength(text) < minCutLength && !text.includes('，')) || !this.runsOn(text, below);
  }

  /** Whether a line is as long as those of hard-wrapped paragraphs, or starts as they do. */
  private fillsLine(index: number): boolean {
    const { width, measure, indented } = this.wrapping;
    const printed = this.lines[index]?.text ?? '';
    return (width > 0 && measure(printed) > width * fullShare) || (indented && startsIndented(printed));
  }

  /** Whether two lines are one sentence, cut in two: this book has these characters side by side, and starts no sentence so. */
  runsOn(above: string, below: string): boolean {
    this.phrasing ??= new Phrasing(this.lines, this.start, this.end);
    return this.phrasing.adjoin(above.at(-1) ?? '', below[0] ?? '') && !this.phrasing.opens(below);
  }

  /** Whether the text above a line ends there. */
  endsAbove(index: number): boolean {
    const above = this.previous(index);
    return above < 0 || endsSentence(this.text(above));
  }

  /** Whether a page ends between two lines: no heading is the last line of a page. */
  private pageEnds(above: number, below: number): boolean {
    for (let i = above + 1; i <= below; i += 1) {
      if (this.startsPage(i) || this.furniture.has(i) || isFolio(this.text(i))) return true;
    }
    return false;
  }

  /** Whether the format has a line as running text, or nothing to say about it. */
  private isRunning(index: number): boolean {
    const kind = this.lines[index]?.format?.kind;
    return kind === undefined || kind === 'paragraph';
  }

  /** For each line, and for the end, the line of text above it: a book may have thousands of page numbers in a row. */
  private findTextAbove(): Int32Array {
    const above = new Int32Array(this.end - this.start + 1).fill(-1);
    for (let i = this.start; i < this.end; i += 1) {
      above[i - this.start + 1] = this.isText(i) ? i : (above[i - this.start] ?? -1);
    }
    return above;
  }

  private isText(index: number): boolean {
    const text = this.text(index);
    return text !== '' && !isFolio(text) && !this.furniture.has(index);
  }

  private startsPage(index: number): boolean {
    return this.lines[index]?.pageBreak === true;
  }
}

/** ● 第一章: the numbering behind a mark, the mark included in its length. */
function numberingBehindMark(text: string): Numbering | undefined {
  const mark = /^[●■★☆◆◇※▲△○◎►▶▪◼❖✦]\s{0,4}(?=第)/.exec(text)?.[0] ?? '';
  const numbering = mark === '' ? undefined : numberingOf(text.slice(mark.length));
  return numbering && { ...numbering, length: numbering.length + mark.length };
}

/** A page's last line that is cut within a sentence hardly ever has fewer characters. */
const minCutLength = 13;

/** （1984.01.06）标题: when an article first came out. */
const dated = /^[（([［【]\s?[12]\d{3}[\d\s.．/年月日-]{0,12}[)）\]］】]\s*(?=\S)/;

/** {@link matchKey} of a reading's text, for the index of titles: without its number or date, and as printed. */
export function keysOf(reading: HeadingReading): string[] {
  const whole = matchKey(reading.whole);
  if (reading.numbering) return [matchKey(reading.title), whole];
  const date = dated.exec(reading.whole)?.[0].length ?? 0;
  return date > 0 ? [matchKey(reading.whole.slice(date)), whole] : [whole];
}
