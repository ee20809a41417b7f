import { escapeMarkdown } from '../../escape-markdown.ts';

export interface Cell {
  text: string;
  /** How many columns it takes. */
  columns: number;
  /** The cell above goes on in this one. */
  goesOn: boolean;
}

export interface TableRow {
  /** The cells' texts, a tab between them. */
  text: string;
  markdown: string;
  tight: boolean;
}

/** More columns than this, and it is no table that a page can show. */
const maxColumns = 60;

/** A table without the rows at its head and foot that are one cell across it: its title, and remarks below it. */
export interface Framed<Row> {
  above: Row[];
  rows: Row[];
  below: Row[];
}

/** Part such rows from a table; one row alone is none. */
export function withoutFrame<Row>(rows: readonly Row[], isAcross: (row: Row) => boolean): Framed<Row> {
  const first = rows.findIndex((row) => !isAcross(row));
  const last = rows.findLastIndex((row) => !isAcross(row));
  if (last - first < 1) return { above: [], rows: [...rows], below: [] };
  return { above: rows.slice(0, first), rows: rows.slice(first, last + 1), below: rows.slice(last + 1) };
}

/** Rows as lines of text and as lines of a Markdown table; the first is its head, since Markdown knows no table without one. */
export function tableRows(rows: Cell[][]): TableRow[] {
  const spread = rows
    .map((row) =>
      row
        .flatMap(({ text, columns, goesOn }) => [
          goesOn ? '' : clean(text),
          ...Array<string>(Math.max(0, columns - 1)).fill(''),
        ])
        .slice(0, maxColumns),
    )
    .filter((row) => row.some((text) => text !== ''));
  const width = Math.max(0, ...spread.map((row) => row.length));
  return spread.map((row, index) => {
    const cells = [...row, ...Array<string>(width - row.length).fill('')];
    const line = `| ${cells.map(escapeMarkdown).join(' | ')} |`;
    return {
      text: cells.join('\t').trim(),
      markdown: index === 0 ? `${line}\n|${' --- |'.repeat(width)}` : line,
      tight: index > 0,
    };
  });
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
