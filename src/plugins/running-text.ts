import type { ElementContent, Nodes, Parents, Root } from 'hast';

/** Elements whose text is no running text: links, controls, code and headings. */
const skipped = new Set(['a', 'button', 'code', 'pre', 'h1', 'h2', 'h3', 'h4']);

/** Replace text nodes of running text. `replace` gives the nodes that stand for a text, `undefined` to leave it. */
export function replaceRunningText(
  tree: Root,
  replace: (text: string) => ElementContent[] | undefined,
): void {
  const walk = (parent: Parents): void => {
    parent.children = parent.children.flatMap((child: Nodes): Nodes[] => {
      if (child.type === 'text') return replace(child.value) ?? [child];
      if (child.type === 'element' && !skipped.has(child.tagName)) walk(child);
      return [child];
    }) as typeof parent.children;
  };
  walk(tree);
}
