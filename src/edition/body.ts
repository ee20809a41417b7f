import { toString } from 'mdast-util-to-string';
import type { List, Nodes } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A piece of an entry's body as plain text. */
export type BodyBlock =
  | { type: 'paragraph'; text: string }
  /** A section inside the entry; 1 is the shallowest depth that Markdown has. */
  | { type: 'heading'; depth: number; text: string }
  /** Items of an inner list follow the item that they belong to. */
  | { type: 'list'; ordered: boolean; start: number; items: string[] }
  | { type: 'quote'; text: string }
  /** Lines as they are, spaces and all. */
  | { type: 'code'; text: string }
  /** 【思考】 and its like; `items` leave out the printed label and the boxes. */
  | { type: 'labelled'; label: string; items: string[] }
  /** Where a case stands in its rule. */
  | { type: 'case'; id: string };

const parser = unified().use(remarkParse).use(remarkDirective);

/** Soft breaks between Chinese lines are no spaces. */
const plain = (node: Nodes): string =>
  toString(node)
    .replace(/(?<=[\p{Script=Han}\p{P}])\n(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Read the Markdown body of a chapter, rule or case. */
export function readBody(markdown: string): BodyBlock[] {
  return parser.parse(markdown).children.flatMap((node): BodyBlock[] => {
    if (node.type === 'leafDirective' && node.name === 'case')
      return [{ type: 'case', id: node.attributes?.['id'] ?? '' }];
    if (node.type === 'containerDirective' && node.name === 'block') {
      const label = node.attributes?.['label'] ?? '';
      const items = node.children
        .flatMap((child): Nodes[] => (child.type === 'list' ? child.children : [child]))
        .map((child) =>
          plain(child)
            .replace(`【${label}】`, '')
            .replace(/^[□☐]\s*/, ''),
        )
        .filter((item) => item !== '');
      return [{ type: 'labelled', label, items }];
    }
    if (node.type === 'list') {
      return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items: itemsOf(node) }];
    }
    if (node.type === 'code') return [{ type: 'code', text: node.value }];
    if (node.type === 'blockquote') {
      return node.children.flatMap((child) =>
        plain(child) === '' ? [] : [{ type: 'quote', text: plain(child) }],
      );
    }
    const text = plain(node);
    if (node.type === 'heading' && text !== '') return [{ type: 'heading', depth: node.depth, text }];
    return paragraph(text);
  });
}

const paragraph = (text: string): BodyBlock[] => (text === '' ? [] : [{ type: 'paragraph', text }]);

/** Items of a list, each followed by those of the lists inside it. */
function itemsOf({ children }: List): string[] {
  return children.flatMap((item) => {
    const own = item.children.flatMap((child) => (child.type === 'list' ? [] : [plain(child)]));
    const inner = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child) : []));
    return [own.join(' '), ...inner].filter((text) => text !== '');
  });
}

/** Items of all blocks with this label. */
export function labelled(blocks: readonly BodyBlock[], label: string): string[] {
  return blocks.flatMap((block) => (block.type === 'labelled' && block.label === label ? block.items : []));
}
