import type { ElementContent, Nodes, Parents, Root } from 'hast';

/** Elements whose text is no running text: links, controls, code and headings. */
const skipped = new Set(['a', 'button', 'code', 'pre', 'h1', 'h2', 'h3', 'h4']);
/** Elements inside a line: the text before them is the text before what is in them. */
const inline = new Set(['a', 'b', 'button', 'code', 'del', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'u']);

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/**
 * Replace text nodes of running text.
 *
 * @param replace Returns the nodes that replace a text, or `undefined` to leave it. `before` is the text before
 * it in its paragraph.
 */
export function replaceRunningText(
  tree: Root,
  replace: (text: string, before: string) => ElementContent[] | undefined,
): void {
  let before = '';
  const walk = (parent: Parents): void => {
    parent.children = parent.children.flatMap((child: Nodes): Nodes[] => {
      const isInline = child.type === 'text' || (child.type === 'element' && inline.has(child.tagName));
      if (!isInline) before = '';
      if (child.type === 'text') {
        const replaced = replace(child.value, before);
        before += child.value;
        return replaced ?? [child];
      }
      if (child.type === 'element' && !skipped.has(child.tagName)) walk(child);
      else before += textOf(child);
      if (!isInline) before = '';
      return [child];
    }) as typeof parent.children;
  };
  walk(tree);
}
