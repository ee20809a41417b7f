import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Listed } from './navigation.ts';

/**
 * Finds the level that the navigation gives a block. The block's text must be the title, and it must be at or
 * after the place that the navigation points to: text before that place may be a printed list of the same
 * titles.
 */
export function listedElements(
  tree: Root,
  entries: Listed[],
): (element: Element, text: string) => number | undefined {
  /** Where an element starts and ends, counted in elements. */
  const spans = new Map<Element, [start: number, end: number]>();
  const places = new Map<string, number>();
  let count = 0;
  const walk = (element: Element | Root): void => {
    const start = count++;
    for (const child of element.children) if (child.type === 'element') walk(child);
    if (element.type !== 'element') return;
    spans.set(element, [start, count]);
    for (const id of [element.properties.id, element.properties['name']])
      if (typeof id === 'string' && !places.has(id)) places.set(id, start);
  };
  walk(tree);
  const left = Map.groupBy(entries, ({ title }) => key(title));
  return (element, text) => {
    const [, end] = spans.get(element) ?? [0, 0];
    const same = left.get(key(text)) ?? [];
    const found = same.findIndex(({ fragment }) => (places.get(fragment) ?? 0) < end);
    return found < 0 ? undefined : same.splice(found, 1)[0]?.level;
  };
}

function key(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

/** Letters of a page by whose beginning a title is told to be printed there, and those of a page that may need one. */
const [opening, minText] = [240, 120];
/** Pages that are no part of the text. */
const noText =
  /^(?:封[面底]|扉页|書?名页|书名|版权|版權|目录|目錄|目次|插图|插圖|cover|title ?page|copyright|(?:table of )?contents)/i;

/**
 * Titles that lead to a page as a whole and are not printed on it: some makers of books leave them to the navigation
 * alone. A page with headings of its own needs none.
 */
export function unprintedTitles(tree: Root, entries: readonly Listed[]): Listed[] {
  let headed = false;
  visit(tree, 'element', (element) => {
    if (/^h[1-6]$/.test(element.tagName) && toString(element).trim() !== '') headed = true;
  });
  if (headed) return [];
  const text = key(bodyText(tree));
  if (text.length < minText) return [];
  return entries.filter(
    ({ title, fragment }) =>
      fragment === '' && !noText.test(title) && !text.slice(0, opening).includes(key(title)),
  );
}

function bodyText(tree: Root): string {
  let text = '';
  visit(tree, 'element', (element) => {
    if (element.tagName === 'body' && text === '') text = toString(element);
  });
  return text;
}
