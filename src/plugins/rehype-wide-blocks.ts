import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { paragraphId } from '../lib/book/paragraph-id.ts';

/**
 * Let tables and preformatted lines that are wider than the page be scrolled, by keyboard too. Rows and preformatted
 * blocks get an id made from their text, as paragraphs have.
 */
export function rehypeWideBlocks() {
  return (tree: Root): void => {
    const seen = new Map<string, number>();
    const name = (node: Element) => {
      const base = paragraphId(toString(node));
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      node.properties.id = count === 1 ? base : `${base}-r${String(count)}`;
    };
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'pre') {
        name(node);
        node.properties.tabIndex = 0;
      }
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      visit(node, { type: 'element', tagName: 'tr' }, name);
      parent.children[index] = h('div', { className: ['table'], tabIndex: 0 }, node);
      return SKIP;
    });
  };
}
