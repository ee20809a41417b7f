import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const cjk = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]`;
const between = new RegExp(String.raw`(?<=${cjk})[ \t]*\n[ \t]*(?=${cjk})`, 'gu');

/** Remove a line break between two Chinese characters, which HTML would show as a space. */
export function remarkSoftBreaks() {
  return (tree: Root): void => {
    visit(tree, 'text', (node) => {
      node.value = node.value.replace(between, '');
    });
  };
}
