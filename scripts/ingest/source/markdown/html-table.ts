import type { Element, ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { tableRows } from '../extract/table.ts';
import { cellText, holdsBlocks, rowsOf, spreadRows } from '../html/tables.ts';

/** A row of a table, and the line that it starts on, counted from 1. */
interface PlacedRow {
  line: number;
  text: string;
  markdown: string;
}

/** The rows of HTML that is one table with each row on a line of its own; `undefined` for any other HTML. */
export function rowsOfHtmlTable(html: string): PlacedRow[] | undefined {
  if (!/^\s*<table\b/i.test(html)) return undefined;
  const nodes: RootContent[] = fromHtml(html, { fragment: true }).children;
  const [table, ...others] = nodes.filter((node) => node.type === 'element' || isText(node));
  if (table?.type !== 'element' || table.tagName !== 'table' || others.length > 0) return undefined;
  const rows = rowsOf(table).filter((row) => toString(row).trim() !== '');
  const lines = new Set(rows.map(lineOf));
  const hasAll = visible(toString(table)) === visible(rows.map((row) => toString(row)).join(''));
  if (lines.size < rows.length || !hasAll || rows.some((row) => cellsOf(row).some(holdsBlocks)))
    return undefined;
  const printed = tableRows(spreadRows(rows.map(cellsOf), (cell) => cellText(cell, [])));
  return printed.map(({ text, markdown }, index) => ({ line: lineOf(rows[index]), text, markdown }));
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName),
  );
}

function isText(node: RootContent | ElementContent): boolean {
  return node.type === 'text' && node.value.trim() !== '';
}

function lineOf(row: Element | undefined): number {
  return row?.position?.start.line ?? 1;
}

function visible(text: string): string {
  return text.replace(/\s/g, '');
}
