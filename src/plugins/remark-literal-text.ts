import type { Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import type {} from 'remark-directive';
import type {} from './hast-fields.ts';

const text = (value: string): Text => ({ type: 'text', value });
const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] });
const withoutEscapes = (value: string): string => value.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/**
 * Show as the very text what looks like markup and isn't ours: raw HTML, and every directive that no plugin before
 * this one has given an element. Runs after the plugins that know directives.
 */
export function remarkLiteralText() {
  return (tree: Root, file: { value: unknown }): void => {
    const written = ({ position }: Nodes) =>
      withoutEscapes(String(file.value).slice(position?.start.offset, position?.end.offset));

    /** The nodes to show for one, itself if it is no literal text. */
    function literal(node: Nodes, parent: Parents): Nodes[] {
      if (node.type === 'html') {
        const flow =
          parent.type === 'root' || parent.type === 'containerDirective' || parent.type === 'blockquote';
        return [flow ? paragraph(node.value) : text(node.value)];
      }
      if (node.type === 'textDirective') return [text(written(node))];
      if (node.type === 'leafDirective' && node.data?.hName === undefined) return [paragraph(written(node))];
      if ('children' in node) walk(node);
      if (node.type === 'containerDirective' && node.data?.hName === undefined) {
        const [opening = '', ...rest] = written(node).split('\n');
        const closing = rest.at(-1)?.trim() ?? '';
        return [
          paragraph(opening),
          ...node.children,
          ...(/^:{3,}$/.test(closing) ? [paragraph(closing)] : []),
        ];
      }
      return [node];
    }

    function walk(parent: Parents): void {
      parent.children = parent.children.flatMap((child: Nodes) =>
        literal(child, parent),
      ) as typeof parent.children;
    }
    walk(tree);
  };
}
