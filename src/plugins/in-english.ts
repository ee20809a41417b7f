import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { alignEnglish, type Rendering } from '../lib/language/align-english.ts';
import type { EnglishParagraph } from '../schemas/english-text.ts';
import { own } from '../lib/own.ts';

export interface InEnglishOptions {
  /** Value of `lang` on what stays Chinese. */
  chinese: string;
  /** English of the labels of blocks. */
  labels: Readonly<Record<string, string>>;
  /** Said behind a paragraph whose Chinese has changed. */
  staleNote: string;
  /** Plugins for the English text, applied to a tree. */
  plugins: readonly ((tree: Root) => void)[];
}

/** A text in English. */
export interface EnglishHtml {
  html: string;
  /** Paragraphs shown in English, and all. */
  translated: number;
  paragraphs: number;
}

const idOf = ({ properties }: Element): string =>
  typeof properties['id'] === 'string' ? properties['id'] : '';
const isHeading = ({ tagName }: Element) => /^h[2-4]$/.test(tagName);
const isParagraph = (node: Element) =>
  ['p', 'li', 'span'].includes(node.tagName) && idOf(node).startsWith('p-');
/** The blocks of a list item behind its own words. */
const isBlock = (node: ElementContent) =>
  node.type === 'element' && ['ul', 'ol', 'p', 'div', 'table', 'pre', 'blockquote'].includes(node.tagName);
/** What holds Chinese and has no English: tables, preformatted lines and captions. */
const isLeft = ({ tagName }: Element) => ['table', 'pre', 'figcaption'].includes(tagName);

/** The mark of a note, or the way from a note back to its mark. */
const isNoteMark = (node: ElementContent): node is Element =>
  node.type === 'element' &&
  ['sup', 'a'].includes(node.tagName) &&
  /^\[[^\]]+\]$/.test(toString(node)) &&
  toHtml(node).includes('href="#note');

/**
 * English words, with the marks of notes where the words name them, else where the Chinese has them: before or
 * behind the text.
 */
function withMarks(text: string, old: readonly ElementContent[]): ElementContent[] {
  let rest: ElementContent[] = [{ type: 'text', value: text }];
  for (const mark of old.filter(isNoteMark)) {
    const named = toString(mark);
    const place = rest.findIndex((node) => node.type === 'text' && node.value.includes(named));
    const found = rest[place];
    if (found?.type === 'text') {
      const [before = '', ...after] = found.value.split(named);
      rest.splice(place, 1, { type: 'text', value: before }, mark, {
        type: 'text',
        value: after.join(named),
      });
    } else {
      rest = mark.tagName === 'a' ? [mark, { type: 'text', value: ' ' }, ...rest] : [...rest, mark];
    }
  }
  return rest;
}

/**
 * Show rendered Chinese text in English: each paragraph by its id, which stays, so that a link to it opens in either
 * language. What has no English stays Chinese, marked so; English of an earlier Chinese text has a note behind it.
 */
export function inEnglish(
  html: string,
  english: readonly EnglishParagraph[],
  { chinese, labels, staleNote, plugins }: InEnglishOptions,
): EnglishHtml {
  const tree = fromHtml(html, { fragment: true });
  const nodes: Element[] = [];
  visit(tree, 'element', (node) => {
    if (isParagraph(node)) nodes.push(node);
  });
  const aligned = alignEnglish(
    nodes.map(idOf),
    english.filter(({ id }) => id.startsWith('p-')),
  );
  const headings = new Map(english.map(({ id, text }) => [id, text]));
  const note = () => h('small', { className: ['label'], dataPagefindIgnore: '' }, ` ${staleNote}`);
  const write = (node: Element, { text, stale, more }: Rendering) => {
    const inner = node.children.findIndex(isBlock);
    const own = inner < 0 ? node.children : node.children.slice(0, inner);
    const below = inner < 0 ? [] : node.children.slice(inner);
    const shown = text === undefined ? [h('span', { lang: chinese }, own)] : withMarks(text, own);
    node.children = [
      ...shown,
      ...(stale ? [note()] : []),
      ...more.flatMap((each) => [h('br'), { type: 'text' as const, value: each }, note()]),
      ...below,
    ];
  };
  const left: Element[] = [];
  visit(tree, 'element', (node) => {
    if (isLeft(node)) left.push(node);
    if (!isHeading(node)) return undefined;
    const heading = own(labels, toString(node)) ?? headings.get(idOf(node));
    if (heading === undefined) left.push(node);
    else node.children = [{ type: 'text', value: heading }];
    return SKIP;
  });
  let translated = 0;
  for (const node of nodes) {
    const rendering = aligned.get(idOf(node));
    if (rendering?.text === undefined && rendering?.more.length === 0) {
      left.push(node);
      continue;
    }
    if (rendering?.text !== undefined) translated += 1;
    if (rendering) write(node, rendering);
  }
  for (const plugin of plugins) plugin(tree);
  for (const node of left) node.properties['lang'] = chinese;
  return { html: toHtml(tree), translated, paragraphs: nodes.length };
}
