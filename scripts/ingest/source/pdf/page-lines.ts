import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line of a page, measured in points from the page's left and top. */
export interface PageLine {
  text: string;
  page: number;
  left: number;
  right: number;
  /** Of its baseline. */
  top: number;
  size: number;
}

export interface PageLayout {
  number: number;
  height: number;
  lines: PageLine[];
}

interface Piece {
  text: string;
  left: number;
  right: number;
  top: number;
  size: number;
}

/** Read a page's lines in reading order. */
export async function readPageLines(page: PDFPageProxy, number: number): Promise<PageLayout> {
  const { items } = await page.getTextContent();
  const [left = 0, bottom = 0, , top = 0] = page.view;
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(c, d) || Math.hypot(a, b) || item.height;
    // Text that is set upright in the margin, or across the page, is a stamp.
    if (Math.abs(b) > Math.abs(a)) continue;
    pieces.push({
      text: item.str,
      left: x - left,
      right: x - left + item.width,
      top: top - bottom - (y - bottom),
      size,
    });
  }
  const lines = inReadingOrder(toLines(pieces)).map((line) => ({ ...line, page: number }));
  return { number, height: top - bottom, lines };
}

/** Pieces that follow one another on one baseline make a line. */
function toLines(pieces: Piece[]): Omit<PageLine, 'page'>[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const above = lines.at(-1);
    const last = above?.at(-1);
    const blank = piece.text.trim() === '';
    if (
      above &&
      last &&
      (Math.abs(piece.top - last.top) < 0.45 * Math.max(last.size, piece.size) ||
        (blank && Math.abs(piece.top - last.top) < last.size)) &&
      piece.left > last.left - 0.5 * last.size &&
      piece.left - last.right < 30 * last.size
    )
      above.push(piece);
    else if (!blank) lines.push([piece]);
  }
  return lines.map(joinPieces).filter(({ text }) => text !== '');
}

function joinPieces(pieces: Piece[]): Omit<PageLine, 'page'> {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const gap = piece.left - right;
    if (text !== '' && gap > 2.5 * piece.size) text += '\t';
    else if (
      text !== '' &&
      gap > 0.18 * piece.size &&
      (gap > 0.7 * piece.size || !betweenHan(text, piece.text))
    )
      text += ' ';
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  const filled = pieces.filter((piece) => piece.text.trim() !== '');
  const largest = [...filled].sort((a, b) => b.text.length - a.text.length)[0];
  return {
    text: text.trim(),
    left: Math.min(...filled.map((piece) => piece.left)),
    right,
    top: filled[0]?.top ?? 0,
    size: Math.round((largest?.size ?? 0) * 10) / 10,
  };
}

/** Justified text has gaps between its characters that are no spaces. */
function betweenHan(before: string, after: string): boolean {
  return /[^\x20-\x7e]$/.test(before) && /^[^\x20-\x7e]/.test(after);
}

/** Most files hold their lines in reading order. Of one that goes up and down the page, the lines are sorted, column by column. */
function inReadingOrder<T extends Omit<PageLine, 'page'>>(lines: T[]): T[] {
  let jumps = 0;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above && line.top < above.top - 2 * line.size) jumps += 1;
  }
  if (jumps <= 2 + lines.length / 40) return lines;
  const gutter = findGutter(lines);
  const column = (line: T): number => (gutter !== undefined && line.left >= gutter ? 1 : 0);
  return [...lines].sort((a, b) => column(a) - column(b) || a.top - b.top || a.left - b.left);
}

/** Where the second of two columns begins; `undefined` for one column. */
function findGutter(lines: Omit<PageLine, 'page'>[]): number | undefined {
  const middle =
    (Math.min(...lines.map(({ left }) => left)) + Math.max(...lines.map(({ right }) => right))) / 2;
  const crossing = lines.filter(({ left, right }) => left < middle - 5 && right > middle + 5).length;
  const beyond = lines.filter(({ left }) => left >= middle - 5);
  return crossing * 5 < lines.length && beyond.length * 4 > lines.length
    ? Math.min(...beyond.map(({ left }) => left))
    : undefined;
}
