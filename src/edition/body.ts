import { toString } from 'mdast-util-to-string';
import type { List, Nodes } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { pictureAt, type Picture } from '../lib/picture.ts';
import { remarkTables } from '../lib/remark-tables.ts';
import { remember } from '../lib/remember.ts';

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
  /** Its rows, the head first. */
  | { type: 'table'; rows: string[][] }
  | { type: 'note'; text: string }
  /** A picture of the book; `alt` is what stands below it or what its author says of it. */
  | { type: 'picture'; picture: Picture; alt: string }
  /** 【思考】 and its like; `items` leave out the printed label and the boxes. */
  | { type: 'labelled'; label: string; items: string[] }
  /** Where a case stands in its rule. */
  | { type: 'case'; id: string };

const parser = unified().use(remarkParse).use(remarkDirective).use(remarkTables);

/** Text of a node, the marks of notes included. */
function written(node: Nodes): string {
  if (node.type === 'footnoteReference') return `[${node.identifier}]`;
  return 'children' in node
    ? node.children.map(written).join('')
    : toString(node, { includeImageAlt: false });
}

/** Soft breaks between Chinese lines are no spaces. */
const plain = (node: Nodes): string =>
  written(node)
    .replace(/(?<=[\p{Script=Han}\p{P}])\n(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Read the Markdown body of a chapter, rule or case. Decks, books and the PDF all ask for the same ones. */
export const readBody = remember((markdown): readonly BodyBlock[] =>
  parser.parse(markdown).children.flatMap((node): BodyBlock[] => {
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
    if (node.type === 'blockquote') {
      return node.children.flatMap((child) =>
        plain(child) === '' ? [] : [{ type: 'quote', text: plain(child) }],
      );
    }
    return readBlock(node);
  }),
);

const paragraph = (text: string): BodyBlock[] => (text === '' ? [] : [{ type: 'paragraph', text }]);

/** Items of a list, each followed by those of the lists inside it. */
function itemsOf({ children }: List): string[] {
  return children.flatMap((item) => {
    const own = item.children.flatMap((child) => (child.type === 'list' ? [] : [plain(child)]));
    const inner = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child) : []));
    return [own.join(' '), ...inner].filter((text) => text !== '');
  });
}

function readBlock(node: Nodes): BodyBlock[] {
  switch (node.type) {
    case 'heading':
      return plain(node) === '' ? [] : [{ type: 'heading', depth: node.depth, text: plain(node) }];
    case 'list':
      return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items: itemsOf(node) }];
    case 'code':
      return [{ type: 'code', text: node.value }];
    case 'table':
      return [{ type: 'table', rows: node.children.map((row) => row.children.map(plain)) }];
    case 'footnoteDefinition':
      return [{ type: 'note', text: `[${node.identifier}] ${plain(node)}` }];
    case 'paragraph': {
      const [image] = node.children;
      const alone = node.children.length === 1 && image?.type === 'image' ? image : undefined;
      const picture = alone && pictureAt(alone.url);
      return picture ? [{ type: 'picture', picture, alt: alone.alt ?? '' }] : paragraph(plain(node));
    }
    default:
      return paragraph(plain(node));
  }
}

/** Items of all blocks with this label. */
export function labelled(blocks: readonly BodyBlock[], label: string): string[] {
  return blocks.flatMap((block) => (block.type === 'labelled' && block.label === label ? block.items : []));
}
