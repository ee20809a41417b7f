import { PNG } from 'pngjs';
import { chapterLevel, itemsOf, type FormatBook, type FormatItem } from './book.ts';
import { pageSize, printPdf, type PdfPicture } from './print-pdf.ts';

/** Points. */
const page = { ...pageSize, left: 50, top: 70, bottom: 70 };
const size = 10.5;
const leading = 18;
const noteSize = 8;
/** Han characters a line; the font's digits are half as wide. */
const columns = 30;
/** Width of a table's column. */
const cellWidth = 90;

/** The text on one baseline, or a picture. */
interface Line {
  runs: { text: string; size: number; left: number }[];
  size: number;
  /** Room above it. */
  above: number;
  /** A note at the foot of its page. */
  note?: string;
  picture?: PdfPicture;
}

/** A book as a PDF: lines broken at the margin, paragraphs set in, a running head and a page number on each page. */
export function writePdf(book: FormatBook): Uint8Array {
  const lines: Line[] = [line(book.title, 20, 0, 10)];
  for (const chapter of book.chapters)
    for (const item of itemsOf(book, chapter)) lines.push(...linesOf(item, chapterLevel(book)));
  const pictures = lines.flatMap(({ picture }) => (picture ? [picture] : []));
  return printPdf(toPages(lines, book.title), { pictures });
}

const line = (text: string, lineSize = size, left = 0, above = 0): Line => ({
  runs: [{ text, size: lineSize, left }],
  size: lineSize,
  above,
});

function linesOf(item: FormatItem, chapters: number): Line[] {
  switch (item.kind) {
    case 'heading': {
      const level = item.level - chapters;
      const text = `${item.label} ${item.title}`;
      return [
        level < 0 ? line(text, 18, 0, 30) : level === 0 ? line(text, 16, 0, 24) : line(text, 13, 0, 14),
      ];
    }
    case 'article':
      return breakParagraph(`${item.label}　${item.text}`);
    case 'paragraph':
      return withNote(breakParagraph(item.text), item.note);
    case 'table':
      return item.rows.map((row) => ({
        runs: row.map((text, index) => ({ text, size, left: index * cellWidth })),
        size,
        above: 4,
      }));
    case 'list':
      return item.items.flatMap((each) =>
        typeof each === 'string'
          ? [line(`• ${each}`, size, 2 * size)]
          : each.map((inner) => line(`– ${inner}`, size, 4 * size)),
      );
    case 'picture':
      return [{ runs: [], size, above: 0, picture: pictureOf(item.png) }, line(item.caption, size, 8 * size)];
  }
}

/** The mark of a note is set small and high. Its text is at the page's foot. */
function withNote(lines: Line[], note: string | undefined): Line[] {
  const last = lines.at(-1);
  if (note === undefined || !last) return lines;
  const [run] = last.runs;
  const left = (run?.left ?? 0) + (run?.text.length ?? 0) * size;
  return [...lines.slice(0, -1), { ...last, runs: [...last.runs, { text: '①', size: 6, left }], note }];
}

function pictureOf(png: Uint8Array): PdfPicture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i += 1) data.copy(pixels, 3 * i, 4 * i, 4 * i + 3);
  return { width, height, pixels };
}

/** Lines as wide as the page, the first set in by two characters. */
function breakParagraph(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length;) {
    const first = at === 0;
    let end = lineEnd(text, at, columns - (first ? 2 : 0));
    // No line begins with a closing mark.
    while (end < text.length && /[，。！？；：、”’）》]/.test(text[end] ?? '')) end -= 1;
    lines.push(line(text.slice(at, end), size, first ? 2 * size : 0));
    at = end;
  }
  return lines;
}

/** Where a line of so many Han characters ends. */
function lineEnd(text: string, from: number, room: number): number {
  let end = from;
  for (let width = 0; end < text.length; end += 1) {
    width += /\d/.test(text[end] ?? '') ? 0.5 : 1;
    if (width > room) break;
  }
  return end;
}

function toPages(lines: Line[], title: string): string[] {
  const pages: string[] = [];
  let content = '';
  let notes: string[] = [];
  let pictures = 0;
  let y = page.height - page.top;
  const close = (): void => {
    const number = String(pages.length + 1);
    const foot = notes.map((note, index) =>
      show(`① ${note}`, noteSize, page.left, page.bottom - 12 - 12 * index),
    );
    const head = show(title, 9, page.left, page.height - 40);
    pages.push(`${head}${content}${foot.join('')}${show(number, 9, page.width / 2 - 5, 35)}`);
    [content, notes, y] = ['', [], page.height - page.top];
  };
  for (const { runs, above, picture, note, size: lineSize } of lines) {
    const needed = (picture?.height ?? 0) + leading + above;
    // A heading is never the last line of a page.
    if (y - needed - (lineSize > size ? 2 * leading : 0) < page.bottom) close();
    y -= content === '' && !picture ? leading : needed;
    if (picture) content += drawPicture(picture, pictures++, y);
    for (const run of runs)
      content += show(run.text, run.size, page.left + run.left, run.size < size ? y + 4 : y);
    if (note !== undefined) notes.push(note);
  }
  close();
  return pages;
}

function drawPicture({ width, height }: PdfPicture, index: number, y: number): string {
  return `q ${width} 0 0 ${height} ${page.left} ${y.toFixed(2)} cm /I${index} Do Q\n`;
}

function show(text: string, fontSize: number, x: number, y: number): string {
  const hex = [...text]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
    .join('');
  return `BT /F1 ${fontSize} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hex}> Tj ET\n`;
}
