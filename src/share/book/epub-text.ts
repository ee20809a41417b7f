import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { pictureAt } from '../../lib/book/picture.ts';

export interface EpubTextOptions {
  /** Stands before every id, since many entries share a file: `r01-02`. */
  prefix: string;
  /** Ids of the chapters and rules of the book; a link to any other page becomes its words. */
  chapters: ReadonlySet<string>;
  rules: ReadonlySet<string>;
  /** How much deeper a heading lies than on the entry's page. */
  deeper: number;
  /** What a case's slot is filled with. */
  renderCase: (id: string) => ElementContent[];
}

/** A book's file has the chapter as its first heading; XHTML knows six. */
const heading = (name: string, deeper: number) => `h${String(Math.min(6, Number(name.slice(1)) + deeper))}`;

/** Where a link of a page leads in the book; `undefined` if nowhere. */
function placeInBook(href: string, { prefix, chapters, rules }: EpubTextOptions): string | undefined {
  if (/^(?:https?|mailto):/.test(href)) return href;
  if (href.startsWith('#term-')) return `glossary.xhtml#${href.slice('#term-'.length)}`;
  if (href.startsWith('#')) return `#${prefix}-${href.slice(1)}`;
  const [, kind, id = ''] = /(chapters|rules)\/([\d-]+)\/$/.exec(href) ?? [];
  if (kind === 'chapters' && chapters.has(id)) return `chapter-${id}.xhtml`;
  if (kind === 'rules' && rules.has(id)) return `chapter-${id.split('-')[0] ?? ''}.xhtml#rule-${id}`;
  return undefined;
}

/** Attributes that XHTML of an EPUB has no place for, as what it has. */
function adaptProperties(node: Element, { prefix }: EpubTextOptions): void {
  const { properties } = node;
  if (properties['id'] !== undefined) properties['id'] = `${prefix}-${String(properties['id'])}`;
  if (properties['ariaLabelledBy'] !== undefined)
    properties['ariaLabelledBy'] = [properties['ariaLabelledBy']]
      .flat()
      .map((id) => `${prefix}-${String(id)}`);
  if (properties['lang'] !== undefined) properties['xml:lang'] = String(properties['lang']);
  if (properties['align'] !== undefined) properties['style'] = `text-align: ${String(properties['align'])}`;
  for (const name of ['align', 'loading', 'decoding', 'tabIndex']) Reflect.deleteProperty(properties, name);
}

/** Go on at a place among the children of an element's parent. */
const skipTo = (index: number): [typeof SKIP, number] => [SKIP, index];

/** Make an entry's text, as its page has it, part of an EPUB: links within the book, boxes as marks, cases told. */
export function epubText(tree: Root, options: EpubTextOptions): ElementContent[] {
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const replaceBy = (nodes: ElementContent[]) => {
      parent.children.splice(index, 1, ...nodes);
      return skipTo(index + nodes.length);
    };
    if (node.tagName === 'case-slot') return replaceBy(options.renderCase(String(node.properties['dataId'])));
    // The item's mark replaces its box.
    if (node.tagName === 'input') return replaceBy([]);
    adaptProperties(node, options);
    if (/^h[1-6]$/.test(node.tagName)) node.tagName = heading(node.tagName, options.deeper);
    if (node.tagName === 'img') {
      // A picture that isn't the book's, as an editor may have named one, is in no file of it: its words stay.
      if (!pictureAt(`../pictures/${nameOf(node)}`))
        return replaceBy([{ type: 'text', value: String(node.properties['alt'] ?? '') }]);
      node.properties['src'] = `pictures/${nameOf(node)}`;
    }
    if (node.tagName === 'a') {
      const href = placeInBook(String(node.properties['href'] ?? ''), options);
      if (href === undefined) return replaceBy(node.children);
      node.properties['href'] = href;
    }
    return undefined;
  });
  return tree.children.filter((node) => node.type !== 'doctype');
}

const nameOf = ({ properties }: Element) =>
  String(properties['src'] ?? '')
    .split('/')
    .at(-1) ?? '';

/** Names of the pictures that a part of a book shows. */
export function picturesIn(nodes: ElementContent[]): string[] {
  const names: string[] = [];
  visit({ type: 'root', children: nodes } satisfies Root, 'element', (node) => {
    if (node.tagName === 'img') names.push(nameOf(node));
  });
  return names;
}

/** Characters that no XML document may have. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A start tag as `toHtml` writes it: every value between double quotes, which no value holds. */
const startTag = /<[a-z][\w:-]*(?: [^\s=>"]+(?:="[^"]*")?)*(?: ?\/)?>/gi;

/** Write nodes as XHTML. XML wants `<` escaped in attributes as well, and `]]>` in text, which HTML doesn't. */
export const toXhtml = (nodes: ElementContent[]): string =>
  toHtml(
    { type: 'root', children: nodes },
    { closeSelfClosing: true, characterReferences: { useNamedReferences: false } },
  )
    .replace(startTag, (tag) => `<${tag.slice(1).replaceAll('<', '&#x3C;')}`)
    .replace(unwritable, '')
    .replaceAll(']]>', ']]&#x3E;');
