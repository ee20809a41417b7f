import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { remember } from '../../src/lib/remember.ts';
import { builtPages } from './dist.ts';

const pages = builtPages();
const texts = [...pages].filter(([path]) =>
  /^\/en\/(?:embed\/)?(?:rules|cases|chapters|front)\/[\d-]+\/$/.test(path),
);

/** The running text of a page; both tests look at it. */
const proseOf = remember((html): Element | undefined => {
  let found: Element | undefined;
  visit(fromHtml(html.slice(html.indexOf('<main'), html.indexOf('</main>'))), 'element', (node) => {
    const names = node.properties['className'];
    if (Array.isArray(names) && names.includes('prose')) found ??= node;
  });
  return found;
});

function idsOf(html: string): string[] {
  const ids: string[] = [];
  const prose = proseOf(html);
  if (prose) {
    visit(prose, 'element', ({ properties }) => {
      if (typeof properties['id'] === 'string') ids.push(properties['id']);
    });
  }
  return ids;
}

test('English pages of rules, cases, chapters and the front matter show no Chinese in their text', () => {
  expect(texts.length).toBeGreaterThanOrEqual(28 + 2 * (106 + 118) + 4);
  for (const [path, html] of texts) {
    const prose = proseOf(html);
    const text = prose === undefined ? '' : toString(prose);
    expect(text.split(/\s+/).length, path).toBeGreaterThanOrEqual(path.includes('/front/') ? 3 : 40);
    expect(text.match(/\p{Script=Han}+/u)?.[0], path).toBeUndefined();
    expect(prose?.properties['lang'], path).toBe('en');
    expect(html, path).not.toContain('in Chinese only');
  }
});

test('a paragraph has the same id on the pages of both languages', () => {
  for (const [path, html] of texts) {
    const ids = idsOf(html);
    expect(ids.length, path).toBeGreaterThan(0);
    expect(ids, path).toEqual(idsOf(pages.get(path.replace('/en/', '/')) ?? ''));
  }
});
