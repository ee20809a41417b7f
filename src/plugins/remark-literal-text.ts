import type { Paragraph, Root, RootContent, Text } from 'mdast';
import type {} from 'remark-directive';
import { SKIP, visit } from 'unist-util-visit';

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const unescape = (value: string): string => value.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/**
 * Show as the very text what looks like markup and isn't ours: raw HTML, and every directive that no plugin before
 * this one has given an element. Runs after the plugins that know directives.
 */
export function remarkLiteralText() {
  return (tree: Root, file: { value: unknown }): void => {
    const source = String(file.value);
    const slice = (from: number | undefined, to: number | undefined) => unescape(source.slice(from, to));
    visit(tree, (node, index, parent) => {
      if (parent === undefined || index === undefined) return;
      const replace = (...nodes: (RootContent | Text)[]) => {
        parent.children.splice(index, 1, ...(nodes as RootContent[]));
        return [SKIP, index + nodes.length] as const;
      };
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (node.type === 'html') {
        const inline = parent.type === 'paragraph' || parent.type === 'emphasis' || parent.type === 'strong';
        return replace(inline ? { type: 'text', value: node.value } : paragraph(node.value));
      }
      if (node.type === 'textDirective') return replace({ type: 'text', value: slice(start, end) });
      if (node.type === 'leafDirective' && node.data?.hName === undefined) {
        return replace(paragraph(slice(start, end)));
      }
      if (node.type === 'containerDirective' && node.data?.hName === undefined) {
        const text = slice(start, end);
        const opening = text.split('\n', 1)[0] ?? '';
        const closing = /\n(:{3,})\s*$/.exec(text)?.[1];
        parent.children.splice(
          index,
          1,
          paragraph(opening),
          ...(node.children as RootContent[]),
          ...(closing === undefined ? [] : [paragraph(closing)]),
        );
        return index + 1;
      }
    });
  };
}
