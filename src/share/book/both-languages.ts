import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

const idOf = ({ properties }: Element): string => String(properties['id'] ?? '');
const isParagraph = (node: Element) =>
  ['p', 'li', 'span'].includes(node.tagName) && idOf(node).startsWith('p-');
const isHeading = ({ tagName }: Element) => /^h[2-4]$/.test(tagName);
const isBlock = (node: ElementContent) =>
  node.type === 'element' && ['ul', 'ol', 'p', 'div', 'table', 'pre', 'blockquote'].includes(node.tagName);

/** An element's own words, and the blocks inside it that follow. */
function ownAndBelow({ children }: Element): { own: ElementContent[]; below: ElementContent[] } {
  const first = children.findIndex(isBlock);
  return first < 0
    ? { own: children, below: [] }
    : { own: children.slice(0, first), below: children.slice(first) };
}

/** The id of a copy; two elements of a page never share one. */
const withoutIds = (nodes: ElementContent[]): ElementContent[] => {
  const copy = structuredClone(nodes);
  visit({ type: 'root', children: copy } satisfies Root, 'element', (node) => {
    delete node.properties['id'];
  });
  return copy;
};

/**
 * Put each English paragraph beneath the Chinese one with the same id. What has no English stays alone.
 * @param chinese changed in place
 */
export function bothLanguages(chinese: Root, english: Root): void {
  const partners = new Map<string, Element>();
  visit(english, 'element', (node) => {
    const translated = !String(node.properties['lang'] ?? '').startsWith('zh');
    if ((isParagraph(node) || isHeading(node)) && translated) partners.set(idOf(node), node);
  });
  visit(chinese, 'element', (node, index, parent) => {
    const partner = partners.get(idOf(node));
    if (partner === undefined || parent === undefined || index === undefined) return undefined;
    const said = withoutIds(ownAndBelow(partner).own);
    const inEnglish = { lang: 'en', className: ['english'] };
    if (isHeading(node)) {
      node.children.push({ type: 'text', value: ' ' }, h('span', inEnglish, said));
      return undefined;
    }
    if (!isParagraph(node)) return undefined;
    if (node.tagName === 'p') {
      parent.children.splice(index + 1, 0, h('p', inEnglish, said));
      return index + 2;
    }
    const { own, below } = ownAndBelow(node);
    node.children = [...own, h('br'), h('span', inEnglish, said), ...below];
    return undefined;
  });
}
