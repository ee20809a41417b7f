import type { Segment } from './segments.ts';

/** Lines that a column has at least. */
const minLines = 5;
/** This share of a column's lines reaches across most of it; cells of a table don't. */
const fullShare = 0.5;
const fullWidth = 0.8;
/** Where the gap between columns may lie, as shares of the text's width, and the step it is looked for by, in points. */
const [from, to, step] = [0.3, 0.7, 2];

/** Where the gap between two columns of text lies; `undefined` for one column. */
export function findGutter(segments: readonly Segment[]): number | undefined {
  if (segments.length < 2 * minLines) return undefined;
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const places: { x: number; crossing: number }[] = [];
  for (let x = left + from * (right - left); x <= left + to * (right - left); x += step)
    places.push({ x, crossing: segments.filter((segment) => crosses(segment, x)).length });
  const fewest = Math.min(...places.map(({ crossing }) => crossing));
  const open = places.filter(({ crossing }) => crossing === fewest);
  const gutter = open[Math.floor(open.length / 2)]?.x;
  if (gutter === undefined) return undefined;
  const first = segments.filter((segment) => segment.right <= gutter + 1);
  const second = segments.filter((segment) => segment.left >= gutter - 1);
  return isColumn(first) && isColumn(second) && stand(first, second) ? gutter : undefined;
}

function crosses({ left, right }: Segment, x: number): boolean {
  return left < x - 1 && right > x + 1;
}

function isColumn(segments: Segment[]): boolean {
  if (segments.length < minLines) return false;
  const width =
    Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left));
  const full = segments.filter((segment) => segment.right - segment.left >= fullWidth * width);
  return full.length >= fullShare * segments.length && full.every(({ text }) => text.length > 6);
}

/** Whether columns are beside one another. */
function stand(first: Segment[], second: Segment[]): boolean {
  const [a, b] = [first, second].map((column) => ({
    top: Math.min(...column.map(({ top }) => top)),
    bottom: Math.max(...column.map(({ top }) => top)),
  }));
  return a !== undefined && b !== undefined && a.top < b.bottom && b.top < a.bottom;
}

/** Segments in reading order: above, between and below what runs across the page, first one column and then the other. */
export function inColumns(segments: readonly Segment[], gutter: number): (Segment & { column: number })[] {
  const ordered: (Segment & { column: number })[] = [];
  let columns: [Segment[], Segment[]] = [[], []];
  const close = (): void => {
    for (const [column, lines] of columns.entries())
      ordered.push(...lines.map((line) => ({ ...line, column })));
    columns = [[], []];
  };
  for (const segment of [...segments].sort((a, b) => a.top - b.top)) {
    if (crosses(segment, gutter)) {
      close();
      ordered.push({ ...segment, column: -1 });
    } else columns[segment.left >= gutter - 1 ? 1 : 0].push(segment);
  }
  close();
  return ordered;
}
