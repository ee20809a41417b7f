import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A piece of an entry's body as plain text. */
export type BodyBlock =
  | { type: 'paragraph'; text: string }
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
    const text = plain(node);
    return text === '' ? [] : [{ type: 'paragraph', text }];
  });
}

/** Items of all blocks with this label. */
export function labelled(blocks: readonly BodyBlock[], label: string): string[] {
  return blocks.flatMap((block) => (block.type === 'labelled' && block.label === label ? block.items : []));
}
