import type { List, ListItem, Root, RootContent, Text } from 'mdast';
import type {} from 'remark-directive';
import { visit } from 'unist-util-visit';
import type {} from './hast-fields.ts';
import { own } from '../lib/own.ts';

/** ASCII anchors of the labels that handbooks use; any other label is numbered. */
const anchors: Record<string, string> = {
  自查: 'check',
  思考: 'think',
  要点: 'points',
  小结: 'summary',
  点评: 'comment',
  解析: 'analysis',
};
/** Labels of what belongs to the story before it: a rank below the rule's own sections. */
const comments = new Set(['点评', '解析', '按语', '评析']);

/** A list item that starts with □ becomes a box to tick, named by the item's text. */
function toCheckItem(item: ListItem): void {
  const text = firstText(item.children[0]);
  if (text === undefined || !/^[□☐]/u.test(text.value)) return;
  text.value = text.value.replace(/^[□☐]\s*/u, '');
  item.spread = false;
  item.data = { ...item.data, hProperties: { className: ['check'] } };
}

const firstText = (node: RootContent | undefined): Text | undefined => {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' ? first : undefined;
};

/** The heading is the label, so a label at the beginning of the text (【点评】…) is dropped. */
function dropLabel(first: RootContent | undefined, label: string): void {
  const text = firstText(first);
  const printed = `【${label}】`;
  if (text?.value.startsWith(printed)) text.value = text.value.slice(printed.length).trimStart();
}

/** Turn `:::block{label="自查"}` into a section under its label, and its □ items into a checklist. */
export function remarkLabelledBlocks() {
  return (tree: Root): void => {
    const seen = new Map<string, number>();
    visit(tree, 'containerDirective', (node) => {
      const label = node.attributes?.label;
      if (node.name !== 'block' || !label) return;
      const anchor = own(anchors, label) ?? 'block';
      const count = (seen.get(anchor) ?? 0) + 1;
      seen.set(anchor, count);
      const id = count === 1 ? anchor : `${anchor}-${count}`;
      node.data = {
        ...node.data,
        hName: 'section',
        hProperties: { className: ['block', `block-${anchor}`], ariaLabelledBy: [id] },
      };
      dropLabel(node.children[0], label);
      for (const list of node.children.filter((child): child is List => child.type === 'list')) {
        list.spread = false;
        list.children.forEach(toCheckItem);
      }
      node.children.unshift({
        type: 'heading',
        depth: comments.has(label) ? 3 : 2,
        children: [{ type: 'text', value: label }],
        data: { hProperties: { id } },
      });
    });
  };
}
