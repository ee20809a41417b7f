import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { paragraphId } from '../lib/book/paragraph-id.ts';

const isCheck = (node: Element) =>
  Array.isArray(node.properties.className) && node.properties.className.includes('check');

/** Give every paragraph and list item an id made from its text; a second one with the same text gets `-2`. */
export function rehypeParagraphIds() {
  return (tree: Root): void => {
    const seen = new Map<string, number>();
    visit(tree, 'element', (node) => {
      const bare =
        node.tagName === 'li' &&
        !node.children.some((child) => child.type === 'element' && child.tagName === 'p');
      if (node.tagName !== 'p' && !bare) return;
      const base = paragraphId(toString(node));
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      const id = count === 1 ? base : `${base}-${count}`;
      if (!isCheck(node)) {
        node.properties.id = id;
        return;
      }
      // Named by reference, not by a label element: search engines leave labels out of a page's text.
      node.children = [
        h('input', { type: 'checkbox', ariaLabelledby: id, autocomplete: 'off' }),
        h('span', { id }, node.children),
      ];
    });
  };
}
