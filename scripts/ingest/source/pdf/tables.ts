import type { Block } from '../extract/extract.ts';
import { tableRows } from '../extract/table.ts';
import type { PdfParagraph } from './paragraphs.ts';

/** Fewer rows are no table. */
const minRows = 2;
/** Text that headings and lists have before a wide gap, and lists of contents behind it. */
const number =
  /^(?:第\s*\S{1,6}\s*[章节節篇条條部回]|[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]|\d{1,2}(?:\.\d{1,2})+)$/;
const pageNumber = /^[\d\sivxlc.…·]+$/i;

/** Paragraphs one by one, and together those that are the rows of one table: lines with as many cells, one below the other. */
export function groupRows(paragraphs: readonly PdfParagraph[]): PdfParagraph[][] {
  const groups: PdfParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const open = groups.at(-1);
    const above = open?.at(-1);
    if (open && above && isRow(above) && isRow(paragraph) && goesBelow(above, paragraph))
      open.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups.flatMap((group) =>
    group.length >= minRows ? [group] : group.map((paragraph) => [paragraph]),
  );
}

const cellsOf = ({ text }: PdfParagraph): string[] => text.split('\t');

function isRow(paragraph: PdfParagraph): boolean {
  const cells = cellsOf(paragraph);
  if (paragraph.note || cells.length < 2 || number.test(cells[0] ?? '')) return false;
  return cells.length > 2 || !pageNumber.test(cells[1] ?? '');
}

const goesBelow = (above: PdfParagraph, below: PdfParagraph): boolean =>
  above.page === below.page && above.top < below.top && cellsOf(above).length === cellsOf(below).length;

/** The rows of a table. */
export function toTable(rows: readonly PdfParagraph[]): Block[] {
  const cells = rows.map((row) => cellsOf(row).map((text) => ({ text, columns: 1, goesOn: false })));
  const place = `page ${rows[0]?.page ?? 1}`;
  return tableRows(cells).map(({ text, markdown, tight }) => ({
    kind: 'table',
    parts: [text],
    markdown,
    tight,
    place,
  }));
}
