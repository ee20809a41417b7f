import type { Element, ElementContent } from 'hast';
import type { Cell } from '../extract/table.ts';
import { blocks, silent } from './elements.ts';

/** Rows or columns that a cell spans at most. */
const maxSpan = 60;

/** Rows of a table, without those of a table within it. */
export function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

/** Whether a cell holds a table or a heading. Then its table only arranges the page. */
export function holdsBlocks(cell: Element): boolean {
  return cell.children.some(
    (child) => child.type === 'element' && (/^(?:table|h[1-6])$/.test(child.tagName) || holdsBlocks(child)),
  );
}

/**
 * The cells of rows, each in its column: a cell that spans rows has an empty one in each row below it.
 * @param textOf the text of a cell
 */
export function spreadRows(rows: Element[][], textOf: (cell: Element) => string): Cell[][] {
  const below = new Map<number, number>();
  const number = (value: unknown): number => Math.min(maxSpan, Math.max(1, Number(value ?? 1) || 1));
  return rows.map((row) => {
    const cells: Cell[] = [];
    let column = 0;
    const fill = (): void => {
      for (let left = below.get(column) ?? 0; left > 0; left = below.get(column) ?? 0) {
        below.set(column, left - 1);
        cells.push({ text: '', columns: 1, goesOn: true });
        column += 1;
      }
    };
    for (const cell of row) {
      fill();
      const columns = number(cell.properties['colSpan']);
      const spanned = number(cell.properties['rowSpan']);
      for (let i = 0; i < columns; i += 1) if (spanned > 1) below.set(column + i, spanned - 1);
      cells.push({ text: textOf(cell), columns, goesOn: false });
      column += columns;
    }
    fill();
    return cells;
  });
}

/** The text of a cell on one line. Its pictures are added to `pictures`. */
export function cellText(cell: Element, pictures: Element[]): string {
  const walk = (nodes: ElementContent[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.value;
        if (node.type !== 'element' || silent.has(node.tagName)) return '';
        if (node.tagName === 'img') pictures.push(node);
        if (node.tagName === 'br') return ' ';
        const text = walk(node.children);
        return blocks.has(node.tagName) ? ` ${text} ` : text;
      })
      .join('');
  return walk(cell.children);
}
