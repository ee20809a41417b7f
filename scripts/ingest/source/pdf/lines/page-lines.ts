import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { joinPieces, toSegments, type Piece, type Segment } from './segments.ts';
import { findGutter, inColumns } from './columns.ts';

/** A line of a page, measured in points from the page's left and top. */
export interface PageLine {
  text: string;
  page: number;
  /** 0 for the first or only column of the page, 1 for the second, -1 for what runs across both. */
  column: number;
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

/** Read a page's lines in reading order. */
export async function readPageLines(page: PDFPageProxy, number: number): Promise<PageLayout> {
  const { items } = await page.getTextContent();
  const [left = 0, bottom = 0, , top = 0] = page.view;
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    // Text that is set upright in the margin, or across the page, is a stamp.
    if (Math.abs(b) > Math.abs(a)) continue;
    pieces.push({
      text: item.str,
      left: x - left,
      right: x - left + item.width,
      top: top - y,
      size: Math.hypot(c, d) || Math.hypot(a, b) || item.height,
      order: pieces.length,
    });
  }
  const lines = linesOf(toSegments(pieces)).map((line) => ({ ...line, page: number }));
  return { number, height: top - bottom, lines };
}

type Line = Omit<PageLine, 'page'>;

function linesOf(rows: Segment[][]): Line[] {
  const segments = rows.flat();
  const gutter = findGutter(segments);
  if (gutter !== undefined) return inColumns(segments, gutter).map(toLine);
  const lines = rows.map((row) => toLine({ ...joinPieces(row), column: 0 }));
  const asWritten = lines.map((line, index) => ({ line, order: orderOf(rows[index]) }));
  asWritten.sort((a, b) => a.order - b.order);
  const written = asWritten.map(({ line }) => line);
  return goesUpAndDown(written) ? lines : written;
}

function orderOf(row: Segment[] | undefined): number {
  return Math.min(...(row ?? []).map(({ order }) => order));
}

function toLine({ text, left, right, top, size, column }: Segment & { column: number }): Line {
  return { text, left, right, top, size, column };
}

/** Most files hold their lines in reading order; of one that goes up and down the page, the places tell it. */
function goesUpAndDown(lines: Line[]): boolean {
  let jumps = 0;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above && line.top < above.top - 2 * line.size) jumps += 1;
  }
  return jumps > 2 + lines.length / 40;
}
