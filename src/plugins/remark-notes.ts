import type { Nodes, Parents, Root } from 'mdast';
import type {} from './hast-fields.ts';

/** A mark in the text, and the block that a note is, by element. */
const element = (hName: string, hProperties: object, children: Nodes[]): Nodes =>
  ({ type: 'paragraph', data: { hName, hProperties }, children }) as Nodes;

/**
 * Show a note where the text has it, below its paragraph, under the number that the book gives it. A mark leads to its note
 * and a note back to its mark; one without the other is shown as it is written.
 */
export function remarkNotes() {
  return (tree: Root): void => {
    const marked = new Set<string>();
    const convert = (node: Nodes): Nodes[] => {
      if (node.type === 'footnoteReference') {
        const { identifier } = node;
        const again = marked.has(identifier);
        marked.add(identifier);
        const link = element(
          'a',
          { href: `#note-${identifier}`, ...(again ? {} : { id: `noteref-${identifier}` }) },
          [{ type: 'text', value: `[${identifier}]` }],
        );
        return [element('sup', {}, [link])];
      }
      if ('children' in node) walk(node);
      if (node.type === 'footnoteDefinition') {
        const { identifier, children } = node;
        const back = element('a', { href: `#noteref-${identifier}` }, [
          { type: 'text', value: `[${identifier}]` },
        ]);
        const [first, ...others] = children;
        const opening = first?.type === 'paragraph' ? first.children : [];
        const rest = first?.type === 'paragraph' ? others : children;
        return [
          element('div', { className: ['note'], id: `note-${identifier}` }, [
            element('p', {}, [back, { type: 'text', value: ' ' }, ...opening]),
            ...rest,
          ]),
        ];
      }
      return [node];
    };
    const walk = (parent: Parents): void => {
      parent.children = parent.children.flatMap((child: Nodes) => convert(child)) as typeof parent.children;
    };
    walk(tree);
  };
}
