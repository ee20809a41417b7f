import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { isOwnPicture, isSafeLink } from '../lib/html/safe-address.ts';

/** What to show for an element whose address is not one that a text may name; `undefined` if it may stay. */
function neutral({ tagName, properties, children }: Element): ElementContent[] | undefined {
  if (tagName === 'a' && properties.href !== undefined && !isSafeLink(String(properties.href)))
    return children;
  if (tagName === 'img' && !isOwnPicture(String(properties.src ?? '')))
    return [{ type: 'text', value: `![${String(properties.alt ?? '')}](${String(properties.src ?? '')})` }];
  return undefined;
}

/** What is used of a vfile. */
interface Messages {
  message: (
    reason: string,
    options: { place: Element['position']; source: string; ruleId: string },
  ) => unknown;
}

/** Show the bare text of links that run a script or leave the web, and of pictures that other sites hold. Each is a message. */
export function rehypeNeutralAddresses() {
  return (tree: Root, file: Messages): void => {
    visit(tree, 'element', (node, index, parent) => {
      const shown = neutral(node);
      if (!shown || !parent || index === undefined) return undefined;
      const address = String(node.properties.href ?? node.properties.src);
      file.message(`The address “${address}” is not one that a text may name; it is shown as text.`, {
        place: node.position,
        source: 'site',
        ruleId: 'unsafe-content',
      });
      parent.children.splice(index, 1, ...shown);
      return [SKIP, index];
    });
  };
}
