import { matchKey } from '../../../src/lib/squeeze.ts';
import type { Line } from '../model.ts';
import { Phrasing } from './phrasing.ts';
import { measureWrapping, startsIndented, type Wrapping } from './wrapping.ts';
import { isFolio } from '../language/folio.ts';
import { numberingOf, type Numbering } from '../language/numbering.ts';
import {
  endsSentence,
  isProse,
  startsInside,
  startsItem,
  startsQuote,
  visibleLength,
} from '../language/prose.ts';

/** A line read as if it were a heading. A heading may run over two lines (第1章, then its title). */
export interface Reading {
  /** Indexes of its first and last line. */
  first: number;
  last: number;
  numbering: Numbering | undefined;
  /** As printed, with and without the numbering. */
  whole: string;
  title: string;
}

/** The lines of a book behind its table of contents, with their neighbours. */
export class Body {
  readonly lines: Line[];
  readonly start: number;
  readonly end: number;
  readonly wrapping: Wrapping;
  /** Page furniture: no text, and no neighbour of any. */
  readonly furniture: ReadonlySet<number>;
  /** Paragraphs are mostly set apart by blank lines. */
  private readonly spaced: boolean;
  private phrasing: Phrasing | undefined;

  constructor(lines: Line[], start: number, end = lines.length, furniture: ReadonlySet<number> = new Set()) {
    this.lines = lines;
    this.furniture = furniture;
    this.start = start;
    this.end = end;
    this.wrapping = measureWrapping(lines, start, end);
    let texts = 0;
    let apart = 0;
    for (let i = start; i < end; i += 1) {
      if (lines[i]!.text.trim() === '') continue;
      texts += 1;
      if (i === start || lines[i - 1]!.text.trim() === '') apart += 1;
    }
    this.spaced = apart * 2 > texts;
  }

  /** The same lines with their page furniture known. */
  without(furniture: ReadonlySet<number>): Body {
    return new Body(this.lines, this.start, this.end, furniture);
  }

  /** Index of the next line before `end` with text that is no page number or other furniture; −1 where there is none. */
  next(index: number, end = this.end): number {
    for (let i = index + 1; i < end; i += 1) if (this.isText(i)) return i;
    return -1;
  }

  previous(index: number): number {
    for (let i = index - 1; i >= this.start; i -= 1) if (this.isText(i)) return i;
    return -1;
  }

  text(index: number): string {
    return this.lines[index]?.text.trim() ?? '';
  }

  /** Whether a line stands alone, as headings do, where this book sets its paragraphs apart at all. */
  isolated(first: number, last = first): boolean {
    if (!this.spaced) return true;
    const above = first === this.start || this.lines[first]!.pageBreak || this.text(first - 1) === '';
    const below = last === this.end - 1 || this.lines[last + 1]!.pageBreak || this.text(last + 1) === '';
    return above && below;
  }

  read(index: number): Reading {
    const whole = this.text(index);
    const numbering = numberingOf(whole);
    return { first: index, last: index, numbering, whole, title: whole.slice(numbering?.length ?? 0).trim() };
  }

  /** The line together with the next one, read as one heading. `undefined` where no line follows within two. */
  readTwo(index: number): Reading | undefined {
    const next = this.next(index, Math.min(this.end, index + 3));
    if (next < 0) return undefined;
    const { numbering, title, whole } = this.read(index);
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
   * @param above another such line stands right above it, so that only this one can be the title
   */
  looksLikeTitle(index: number, above = false): boolean {
    const text = this.text(index);
    const length = visibleLength(text);
    if (isFolio(text) || this.furniture.has(index) || !this.isRunning(index)) return false;
    if (numberingOf(text) !== undefined) return false;
    if (this.wrapping.width > 0 && this.wrapping.measure(this.lines[index]!.text) > this.wrapping.width * 0.9)
      return false;
    // Words that a title hardly ends with, but the part of a sentence above a page's end does.
    if (/[的是在把被和與与及或而且這这那之其不也就又很最]$/.test(text)) return false;
    if (this.wrapping.indented && startsIndented(this.lines[index]!.text)) return false;
    if (length < 4 || length > 30 || /[。！；，、：:;,…”’」』）)】\]]$/.test(text) || /[。；！]/.test(text))
      return false;
    if (
      startsItem(text) ||
      startsQuote(text) ||
      startsInside(text) ||
      notTitles.test(text) ||
      /^[—–-]|[·|/—–-]\s*[0-9０-９]+$/.test(text)
    )
      return false;
    if ((text.match(/[，,]/g)?.length ?? 0) > 1 || !/\p{Script=Han}/u.test(text) || !this.isolated(index))
      return false;
    const next = this.next(index);
    if (next < 0 || this.pageEnds(index, next)) return false;
    const below = this.text(next);
    if (!isProse(below) || startsInside(below) || (!above && this.looksLikeTitle(next, true))) return false;
    return (length < shortestCut && !text.includes('，')) || !this.runsOn(text, below);
  }

  /** Whether two lines are one sentence, cut in two, by what this book has side by side and at the start of sentences. */
  runsOn(above: string, below: string): boolean {
    this.phrasing ??= new Phrasing(this.lines, this.start, this.end);
    return this.phrasing.adjoin(above.at(-1)!, below[0]!) && !this.phrasing.opens(below);
  }

  /** Whether what stands above ends there: a sentence, or nothing at all. */
  endsAbove(index: number): boolean {
    const above = this.previous(index);
    return above < 0 || endsSentence(this.text(above));
  }

  /** Whether a page ends between two lines: no heading stands at the foot of one. */
  private pageEnds(above: number, below: number): boolean {
    for (let i = above + 1; i <= below; i += 1) {
      if (this.lines[i]!.pageBreak || this.furniture.has(i) || isFolio(this.lines[i]!.text)) return true;
    }
    return false;
  }

  /** Whether the format knows of nothing that a line is beside a paragraph. */
  private isRunning(index: number): boolean {
    const kind = this.lines[index]?.format?.kind;
    return kind === undefined || kind === 'paragraph';
  }

  private isText(index: number): boolean {
    const { text } = this.lines[index]!;
    return text.trim() !== '' && !isFolio(text) && !this.furniture.has(index);
  }
}

/** A page's last line has more of a paragraph on it than this. */
const shortestCut = 13;

/** Words that open a part of a rule, never a rule. */
const notTitles =
  /^[0-9０-９]{4}\s?年|^(如果|假如|倘若|由于|虽然|尽管|因为|但是|而且|所以|因此|然而).*，|^(反面|正面|典型|经典|實戰|实战|真实)?(案例|个案|個案)|^(小故事|故事|思考|讨论|討論|小结|小結|要点|要點|总结|總結|延伸|点评|點評|解析|分析|启示|啟示|自查|自测|练习|練習|提示|提醒|链接|鏈接|附|注|图|圖|表|小贴士|問題|问题|背景|结果|結果)([0-9０-９一二三四五六七八九十\s:：-]|$)/;

/** {@link matchKey} of a reading's text, for the index of titles. */
export function keysOf(reading: Reading): string[] {
  const whole = matchKey(reading.whole);
  return reading.numbering ? [matchKey(reading.title), whole] : [whole];
}
