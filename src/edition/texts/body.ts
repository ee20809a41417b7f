import { toString } from 'mdast-util-to-string';
import type { List, Nodes, Root, RootContent } from 'mdast';
import type {} from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { pictureAt, type Picture } from '../../lib/book/picture.ts';
import { remember } from '../../lib/remember.ts';
import { isOwnPicture } from '../../lib/html/safe-address.ts';
import { remarkText } from '../../plugins/remark-text.ts';

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
  /** Rows of cells, the head first. */
  | { type: 'table'; rows: string[][] }
  | { type: 'note'; text: string }
  /** A picture of the book; `alt` is its caption or its author's description. */
  | { type: 'picture'; picture: Picture; alt: string }
  /** 【思考】 and its like; `items` leave out the printed label and the boxes. */
  | { type: 'labelled'; label: string; items: string[] }
  /** The place of a case in its rule. */
  | { type: 'case'; id: string };

const processor = unified().use(remarkParse).use(remarkText());

/** Text of a node with its line breaks and the marks of notes. */
function written(node: Nodes): string {
  if (node.type === 'break') return '\n';
  // A page shows a picture of another site as its text.
  if (node.type === 'image') return isOwnPicture(node.url) ? '' : `![${node.alt ?? ''}](${node.url})`;
  return 'children' in node
    ? node.children.map(written).join('')
    : toString(node, { includeImageAlt: false });
}

/** Text of a node with its spaces collapsed as HTML does. Ideographic spaces (U+3000) stay. */
const plain = (node: Nodes): string =>
  written(node)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '');

const kept = new KeptValues<BodyBlock[]>('bodies', () => fingerprintFor('body'));

/**
 * Read the Markdown body of a chapter, rule or case as plain text: the words that its page shows. Results are remembered, since
 * decks, EPUBs and PDFs ask for the same bodies.
 */
export const readBody = remember((markdown): readonly BodyBlock[] =>
  kept.of(markdown, () => parseBody(markdown)),
);

function parseBody(markdown: string): BodyBlock[] {
  const tree = processor.runSync(processor.parse(markdown), markdown) as Root;
  return tree.children.flatMap((node): BodyBlock[] => {
    if (node.type === 'leafDirective' && node.name === 'case')
      return [{ type: 'case', id: node.attributes?.['id'] ?? '' }];
    if (node.type === 'containerDirective' && node.name === 'block') return [labelledBlock(node)];
    if (node.type === 'blockquote') {
      return node.children.flatMap((child) =>
        plain(child) === '' ? [] : [{ type: 'quote', text: plain(child) }],
      );
    }
    return readBlock(node);
  });
}

/** A labelled block without its label, which `remark-labelled-blocks` has made the first child. */
function labelledBlock({
  attributes,
  children,
}: Extract<RootContent, { type: 'containerDirective' }>): BodyBlock {
  const items = children
    .slice(1)
    .flatMap((child): Nodes[] => (child.type === 'list' ? child.children : [child]))
    .map(plain)
    .filter((item) => item !== '');
  return { type: 'labelled', label: attributes?.['label'] ?? '', items };
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
    case 'paragraph': {
      if (String(node.data?.hProperties?.['id'] ?? '').startsWith('note-'))
        return [{ type: 'note', text: plain(node) }];
      const [image] = node.children;
      const alone = node.children.length === 1 && image?.type === 'image' ? image : undefined;
      const picture = alone && pictureAt(`..${alone.url}`);
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
