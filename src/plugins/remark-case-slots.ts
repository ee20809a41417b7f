import type { Root } from 'mdast';
import type {} from 'remark-directive';
import { visit } from 'unist-util-visit';
import type {} from './hast-fields.ts';

/** Empty element in a case's place until the rule's page fills it. */
export const caseSlot = 'case-slot';

/** Turn `::case{id="01-02-1"}` into a slot for that case. A directive without a well-formed id is left to be shown as text. */
export function remarkCaseSlots() {
  return (tree: Root): void => {
    visit(tree, 'leafDirective', (node) => {
      const id = node.attributes?.id ?? '';
      if (node.name !== 'case' || !/^\d{2,}-\d{2,}-\d+$/.test(id)) return;
      node.data = { ...node.data, hName: caseSlot, hProperties: { dataId: id } };
      node.children = [];
    });
  };
}
