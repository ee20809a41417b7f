import { startsClause, startsItem } from '../../language/prose.ts';
import type { PageLayout, PageLine } from './page-lines.ts';

/** Lines that tell the edges of a column of the book, and those of one page. */
const [fewLines, manyLines] = [5, 8];
const chapterLike =
  /^(?:第\s*[\d〇零一二三四五六七八九十百]{1,5}\s*(?:分?[编編篇]|[章节節卷回讲講课課])|\d{1,2}(?:\.\d{1,2})+\s)/;
/** Items of one kind in a book, with a letter for a bullet; fewer may be words. */
const fewItems = 3;
/** A gap between lines that has this share of all is no exception. */
const oftenShare = 0.1;

export interface PdfParagraph {
  text: string;
  page: number;
  /** Baseline of its first line, from the page's top. */
  top: number;
  size: number;
  /** Smaller than the text, at a page's foot. */
  note: boolean;
}

/** A line that reaches across this share of its column may be ended by what no line divides, such as an address or a year. */
const raggedShare = 0.75;
/** Lines that are set in by these many characters open a paragraph, in a book where this share of them are. */
const [minIndent, maxIndent, indentedShare] = [1.2, 3, 0.08];

/** How most of a book's lines are set. */
interface Setting {
  size: number;
  left: number;
  right: number;
  /** From baseline to baseline. */
  leading: number;
  /** Paragraphs are set in on their first line. */
  indented: boolean;
}

/** Put the lines of pages together as paragraphs, by indents, gaps and how far lines reach; across pages as well. */
export function gatherPdfParagraphs(
  pages: readonly PageLayout[],
  skip: ReadonlySet<PageLine>,
): PdfParagraph[] {
  const all = pages.flatMap(({ lines }) => lines.filter((line) => !skip.has(line)));
  const usual = measure(all);
  const usualByColumn = byColumn(all, usual, fewLines);
  const paragraphs: PdfParagraph[] = [];
  let open: { paragraph: PdfParagraph; last: PageLine; setting: Setting } | undefined;
  for (const page of pages) {
    const lines = page.lines.filter((line) => !skip.has(line));
    const settings = byColumn(lines, usual, manyLines, usualByColumn);
    const notes = footLines(lines, usual, page.height);
    for (const line of lines) {
      if (notes.has(line)) continue;
      const setting = settings.get(line.column) ?? usual;
      if (open && goesOn(open, line, setting)) {
        open.paragraph.text = glue(open.paragraph.text, line.text);
        open = { ...open, last: line, setting };
        continue;
      }
      const paragraph = { text: line.text, page: page.number, top: line.top, size: line.size, note: false };
      paragraphs.push(paragraph);
      open = { paragraph, last: line, setting };
    }
    addNotes(paragraphs, notes);
  }
  showBullets(paragraphs);
  return paragraphs;
}

/** Paragraphs with the same letter before them are items: it is a bullet, which its font draws in place of the letter. */
function showBullets(paragraphs: PdfParagraph[]): void {
  const bullet = /^([zlnuqvwØü§¨])\s(?=[\p{Script=Han}“「《（A-Z])/u;
  const items = Map.groupBy(paragraphs, ({ text }) => bullet.exec(text)?.[1]);
  for (const [letter, own] of items)
    if (letter !== undefined && own.length >= fewItems)
      for (const item of own) item.text = item.text.replace(bullet, '• ');
}

/** Size of most of the text: larger is prominent. */
export function usualSize(pages: readonly PageLayout[]): number {
  return measure(pages.flatMap(({ lines }) => lines)).size;
}

function mode(values: [value: number, weight: number][]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * The smallest gap between baselines that is no exception. If paragraphs are short, the gaps between them are
 * the more frequent ones.
 */
function smallestOften(gaps: number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= oftenShare * gaps.length).map(([gap]) => gap);
  return often.length > 0 ? Math.min(...often) : undefined;
}

function measure(lines: PageLine[]): Setting {
  const size = mode(lines.map((line) => [line.size, line.text.length]));
  const text = lines.filter((line) => Math.abs(line.size - size) < 0.6);
  const gaps: number[] = [];
  for (const [index, line] of text.entries()) {
    const above = text[index - 1];
    const gap = above && above.page === line.page ? line.top - above.top : 0;
    if (gap > 0.5 * size && gap < 4 * size) gaps.push(Math.round(gap * 2) / 2);
  }
  const { left, right } = edges(text);
  const opening = text.filter(
    (line) => line.left - left > minIndent * size && line.left - left < maxIndent * size,
  );
  return {
    size,
    left,
    right,
    leading: smallestOften(gaps) ?? 1.5 * size,
    indented: opening.length >= indentedShare * text.length,
  };
}

/** Left and right edge of the text: where most lines begin, and as far as full lines reach. */
function edges(lines: PageLine[]): { left: number; right: number } {
  const lefts = new Map<number, number>();
  for (const { left } of lines) lefts.set(Math.round(left), (lefts.get(Math.round(left)) ?? 0) + 1);
  // The leftmost place at which many lines begin; the others are indents.
  const many = [...lefts]
    .filter(([, count]) => count >= Math.max(1, lines.length * 0.08))
    .map(([left]) => left);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return {
    left: many.length > 0 ? Math.min(...many) : (lines[0]?.left ?? 0),
    right: rights[Math.floor(rights.length * 0.95)] ?? 0,
  };
}

/** Odd and even pages have other margins, and so have columns. What has few lines is set as usual. */
function byColumn(
  lines: PageLine[],
  usual: Setting,
  atLeast: number,
  usualByColumn: ReadonlyMap<number, Setting> = new Map(),
): Map<number, Setting> {
  const settings = new Map<number, Setting>(usualByColumn);
  for (const [column, own] of Map.groupBy(lines, (line) => line.column)) {
    const text = own.filter((line) => Math.abs(line.size - usual.size) < 0.6);
    if (text.length >= atLeast) settings.set(column, { ...usual, ...edges(text) });
  }
  return settings;
}

/** Whether a line goes on the paragraph of the one above it, which may be in another column. */
function goesOn(
  open: { paragraph: PdfParagraph; last: PageLine; setting: Setting },
  line: PageLine,
  setting: Setting,
): boolean {
  const { last: above } = open;
  const { leading } = setting;
  if (Math.abs(above.size - line.size) > 0.06 * above.size) return false;
  // No line begins with a closing mark but one that goes on.
  if (/^[，。！？；：、”’）》」』]/.test(line.text)) return true;
  // Each line of a list of contents or of a table is alone.
  if (/\t|[.…·]{3,400}\s{0,40}\d{1,9}$/.test(above.text) || /\t/.test(line.text)) return false;
  if (isItemBelow(above.text, line.text)) return false;
  const full = isFull(open) || isRagged(open, line, setting);
  const below = above.page === line.page && above.column === line.column;
  const gap = line.top - above.top;
  if (!full || (below && gap > 0 && gap > 1.45 * Math.max(leading, above.size))) return false;
  // At the top of a page or column no gap tells that a heading begins there.
  if (!below && /[。！？”]$/.test(above.text) && chapterLike.test(line.text)) return false;
  // Headings one below the other are those of a list of contents.
  if (chapterLike.test(line.text) && chapterLike.test(open.paragraph.text)) return false;
  return line.left - setting.left <= 1.2 * line.size || goesOnSetIn(open, line, setting);
}

/**
 * Whether a line that is set in goes on: as the line above is, or below the first words of an item. It may also be the
 * first line of the next paragraph: only a sentence's end tells.
 */
function goesOnSetIn(
  { paragraph, last: above, setting: usual }: { paragraph: PdfParagraph; last: PageLine; setting: Setting },
  line: PageLine,
  setting: Setting,
): boolean {
  const deeper = line.left - setting.left - (above.left - usual.left);
  const alike = Math.abs(deeper) < 0.5 * line.size;
  const hangs = deeper > 0 && deeper < 3.5 * line.size && startsItem(paragraph.text);
  return (alike || hangs) && !/[。！？：；”’」』)）]$/.test(above.text);
}

/** Whether a line reaches the right edge of the text, or ends with a comma, which ends no paragraph. */
function isFull({ last, setting }: { last: PageLine; setting: Setting }): boolean {
  return last.right >= setting.right - 1.6 * last.size || /[，、]$/.test(last.text);
}

/** An item below a sentence's end is one of a list, however full the line above is. */
function isItemBelow(above: string, text: string): boolean {
  return /[。；：！？]$/.test(above) && (startsItem(text) || startsClause(text));
}

/** Whether a line ends early for want of a place to break at: its sentence goes on, and the next line opens no paragraph. */
function isRagged(
  { last: above, setting: { left, right, indented } }: { last: PageLine; setting: Setting },
  line: PageLine,
  setting: Setting,
): boolean {
  if (!indented || above.right - left < raggedShare * (right - left)) return false;
  return (
    line.left - setting.left < 0.5 * line.size &&
    /[\p{Script=Han}\p{L}\p{N}，、；,]$/u.test(above.text) &&
    !chapterLike.test(line.text)
  );
}

/** Lines at a page's foot in smaller type. */
function footLines(lines: PageLine[], usual: Setting, height: number): Set<PageLine> {
  const notes = new Set<PageLine>();
  for (const column of Map.groupBy(lines, (line) => line.column).values())
    for (const line of [...column].sort((a, b) => b.top - a.top)) {
      if (line.size > usual.size * 0.92 || line.top < height * 0.4) break;
      notes.add(line);
    }
  return notes;
}

/** A note begins with its number or sign; other lines go on the one above. */
function addNotes(paragraphs: PdfParagraph[], lines: ReadonlySet<PageLine>): void {
  let open: PdfParagraph | undefined;
  for (const line of [...lines].sort((a, b) => a.column - b.column || a.top - b.top)) {
    if (open && !/^(?:[①-⑳*＊†]|[[［〔(（]?\d{1,3}[\]］〕)）.、\s])/.test(line.text))
      open.text = glue(open.text, line.text);
    else {
      open = { text: line.text, page: line.page, top: line.top, size: line.size, note: true };
      paragraphs.push(open);
    }
  }
}

/** Nothing between Han characters, a space between Latin words; a word that a hyphen cuts is one. */
function glue(text: string, more: string): string {
  if (/[a-z]-$/.test(text) && /^[a-z]/.test(more)) return text.slice(0, -1) + more;
  return /[A-Za-z,.;:!?)]$/.test(text) && /^[A-Za-z0-9(]/.test(more) ? `${text} ${more}` : text + more;
}
