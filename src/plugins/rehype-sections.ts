import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { paragraphId } from '../lib/book/paragraph-id.ts';

const depth = ({ tagName }: Element): number | undefined => {
  const [, digit] = /^h([1-6])$/.exec(tagName) ?? [];
  return digit === undefined ? undefined : Number(digit);
};

/**
 * Make the headings inside a text sections of its page. The page's title is its only `h1`, so the shallowest
 * headings become `h2`, the next `h3`, the rest `h4`. Each gets an id made from its words, `s-…`; a second
 * heading with the same words gets `-2`. Headings that already have an id, those of labelled blocks, stay as
 * they are.
 */
export function rehypeSections() {
  return (tree: Root): void => {
    const headings: { node: Element; depth: number }[] = [];
    visit(tree, 'element', (node) => {
      const found = depth(node);
      if (found !== undefined && node.properties.id === undefined) headings.push({ node, depth: found });
    });
    const depths = [...new Set(headings.map((heading) => heading.depth))].sort((a, b) => a - b);
    const seen = new Map<string, number>();
    for (const { node, depth: found } of headings) {
      const base = paragraphId(toString(node)).replace('p-', 's-');
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      node.tagName = `h${String(Math.min(4, depths.indexOf(found) + 2))}`;
      node.properties.id = count === 1 ? base : `${base}-${String(count)}`;
    }
  };
}
