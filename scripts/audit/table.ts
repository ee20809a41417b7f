import { must } from '../../src/lib/must.ts';

/** Lay rows out in columns under their headings; numbers to the right. */
export function formatTable(headings: string[], rows: (string | number)[][]): string {
  const cells = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: string[], values?: (string | number)[]): string =>
    row
      .map((cell, column) =>
        typeof values?.[column] === 'number'
          ? cell.padStart(must(widths[column]))
          : cell.padEnd(must(widths[column])),
      )
      .join('  ')
      .trimEnd();
  return [
    line(headings),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map((row) => line(row.map(String), row)),
  ].join('\n');
}
