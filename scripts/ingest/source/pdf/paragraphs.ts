import { startsClause, startsItem } from '../../language/prose.ts';
import type { PageLayout, PageLine } from './lines/page-lines.ts';
import { fewLines, manyLines, measure, settingsByColumn, type Setting } from './setting.ts';

const chapterLike =
  /^(?:第\s*[\d〇零一二三四五六七八九十百]{1,5}\s*(?:分?[编編篇]|[章节節卷回讲講课課])|\d{1,2}(?:\.\d{1,2})+\s)/;
/** 第四条 考核等级: an article's number apart from its title. */
const articleLike = /^第\s*[\d〇零一二三四五六七八九十百]{1,5}\s*[条條]\s/;
/** A bullet, and text behind it. */
const bulletLike = /^[•●○■□◆◇▪▫➢✓✔]\s?\S/;
/** Items of one kind in a book, with a letter for a bullet; fewer may be words. */
const fewItems = 3;
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
/** A line that ends this many characters before the edge may be a heading. */
const headingGap = 4;

/** Put the lines of pages together as paragraphs, by indents, gaps and how far lines reach; across pages as well. */
export function gatherPdfParagraphs(
  pages: readonly PageLayout[],
  skip: ReadonlySet<PageLine>,
): PdfParagraph[] {
  const all = pages.flatMap(({ lines }) => lines.filter((line) => !skip.has(line)));
  const usual = measure(all);
  const usualByColumn = settingsByColumn(all, usual, fewLines);
  const paragraphs: PdfParagraph[] = [];
  let open: { paragraph: PdfParagraph; last: PageLine; setting: Setting } | undefined;
  for (const page of pages) {
    const lines = page.lines.filter((line) => !skip.has(line));
    const settings = settingsByColumn(lines, usual, manyLines, usualByColumn);
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
  if (isItemBelow(open.paragraph.text, above.text, line.text)) return false;
  const full = isFull(open) || isRagged(open, line, setting);
  const below = above.page === line.page && above.column === line.column;
  const gap = line.top - above.top;
  if (!full || (below && gap > 0 && gap > 1.45 * Math.max(leading, above.size))) return false;
  // At the top of a page or column no gap tells that a heading begins there; a short line below a sentence's end is none either.
  const isShort = line.right < setting.right - headingGap * line.size;
  if (
    /[。！？”]$/.test(above.text) &&
    (below ? isShort && headsBelow(line.text) : chapterLike.test(line.text))
  )
    return false;
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

const headsBelow = (text: string): boolean => chapterLike.test(text) || articleLike.test(text);

/**
 * A bullet opens an item of its own, and so does a number below an item with a bullet. Below a sentence's end an item is one of
 * a list, however full the line above is.
 */
function isItemBelow(paragraph: string, above: string, text: string): boolean {
  if (bulletLike.test(text)) return true;
  if (!startsItem(text) && !startsClause(text)) return false;
  return bulletLike.test(paragraph) || /[。；：！？]$/.test(above);
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
