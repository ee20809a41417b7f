import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { Element, Parents, Root } from 'hast';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import type { Block } from '../format/block.ts';

const has = (node: Element, name: string): boolean => node.properties[name] !== undefined;
const classOf = (node: Element): string[] => (node.properties['className'] as string[] | undefined) ?? [];
/** A table's cell goes by the id of its row. */
const idOf = (node: Parents | undefined) =>
  node?.type === 'element' ? (node.properties['id'] as string | undefined) : undefined;
const blockNames = new Set([
  'p',
  'li',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'dt',
  'dd',
  'td',
  'th',
  'figcaption',
  'pre',
]);

const prose = (tree: Root): Element | undefined => {
  let found: Element | undefined;
  visit(tree, 'element', (node) => {
    if (!classOf(node).includes('prose')) return undefined;
    found = node;
    return EXIT;
  });
  return found;
};

const langOf = (node: Element) => (node.properties['lang'] as string | undefined) ?? '';

const kept = new KeptValues<Block[]>('page-texts', () => fingerprintFor('pageText'));

/**
 * The text of a rendered page, block by block with the ids that results lead to, as a reader finds it there. A case inside
 * a rule is left out: it counts on its own page. Of an English page, only what is in English.
 */
export function readPage(html: string, language: 'zh' | 'en' = 'zh'): Block[] {
  // The contents around it, of hundreds of chapters perhaps, would take longer to parse than the page.
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  const main = start < 0 || end < 0 ? html : html.slice(start, end);
  return kept.of(`${language} ${main}`, () => readMain(main, language));
}

function readMain(html: string, language: 'zh' | 'en'): Block[] {
  const blocks: Block[] = [];
  const text = prose(fromHtml(html));
  if (!text || (language === 'en' && langOf(text) !== 'en')) return blocks;
  visit(text, 'element', (node, _, parent) => {
    if (has(node, 'dataCaseInset') || has(node, 'dataPagefindIgnore')) return SKIP;
    if (language === 'en' && langOf(node).startsWith('zh')) return SKIP;
    if (!blockNames.has(node.tagName)) return undefined;
    const said = node.children.filter(
      (child) => child.type !== 'element' || !has(child, 'dataPagefindIgnore'),
    );
    const inner = toString({ ...node, children: said })
      .replace(/\s+/g, ' ')
      .trim();
    if (inner !== '') blocks.push([idOf(node) ?? idOf(parent) ?? '', inner]);
    return SKIP;
  });
  return blocks;
}
