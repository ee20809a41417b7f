import { describe, expect, test } from 'vitest';
import type { Root } from 'hast';
import type { Place } from '../../../src/lib/book/place.ts';
import {
  rehypeRuleReferences,
  type RuleReferencesOptions,
} from '../../../src/plugins/rehype-rule-references.ts';
import { must } from '../../../src/lib/must.ts';
import { render } from './render.ts';

const chapter = (number: number, permalink: string, more: Partial<Place> = {}): Place => ({
  kind: 'chapter',
  id: String(number).padStart(2, '0'),
  number,
  permalink,
  ...more,
});
const places: Place[] = [
  chapter(3, 'chap3'),
  chapter(4, 'chap4'),
  chapter(21, 'chap5'),
  { kind: 'rule', id: '01-02', number: '1.2', chapter: '01', permalink: 'rv2ab' },
  { kind: 'rule', id: '03-01', number: '3.1', chapter: '03', label: '第二十二条', permalink: 'rv3ab' },
];
const link = (markdown: string, options: Partial<RuleReferencesOptions> = {}) =>
  render(markdown, [[rehypeRuleReferences, { places, titles: ['茶室手记'], ...options }]]);
const hrefs = (html: string) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);

test.for([
  ['第3章', '第3章另说。', '<a href="/chapters/03/">第3章</a>另说。'],
  ['第二十一章', '见第二十一章。', '见<a href="/chapters/21/">第二十一章</a>。'],
  ['法则1.2', '法则1.2说过。', '<a href="/rules/01-02/">法则1.2</a>说过。'],
  ['an article', '见第二十二条。', '见<a href="/rules/03-01/">第二十二条</a>。'],
  ['an article in figures', '见第22条。', '见<a href="/rules/03-01/">第22条</a>。'],
])('links %s', async ([, markdown, html]) => {
  expect(await link(must(markdown))).toBe(`<p>${must(html)}</p>`);
});

test('links each of two mentions in one paragraph', async () => {
  expect(hrefs(await link('第3章和第4章'))).toEqual(['/chapters/03/', '/chapters/04/']);
});

test('addresses are whole, with the path that the site lies under', async () => {
  expect(hrefs(await link('第3章', { root: '/handbook/' }))).toEqual(['/handbook/chapters/03/']);
});

describe('leaves as text', () => {
  test.for([
    '第99章',
    '法则9.9',
    '《论语》第3章',
    '《论语》的第3章',
    '《论语》里，第3章',
    '方案第三章写他的处境',
    '合同第3章、第4章',
    '合同第三章和第四章',
    '标书的第3章',
    '报告第三章',
    '民法典第22条',
    '劳动合同法第二十二条',
    '这份规定第22条',
    '条例第三章',
    '他的标书很厚，第三章讲付款',
    '翻开合同，第3章到第4章都是空白',
    '**合同**第3章',
    '第3次',
  ])('%s', async (markdown) => {
    expect(hrefs(await link(markdown))).toEqual([]);
  });
});

describe('links where the book speaks of itself', () => {
  test.for([
    '本书第3章',
    '这本手册的第3章',
    '《茶室手记》第3章',
    '写方案的办法见第3章',
    '报告写完了。第3章讲复盘。',
    '这种做法第3章说过',
    '合同怎么谈，参见第三章',
  ])('%s', async (markdown) => {
    expect(hrefs(await link(markdown))).toEqual(['/chapters/03/']);
  });
});

test('leaves what is a link already', async () => {
  expect(await link('[第3章](https://example.org/)')).toBe('<p><a href="https://example.org/">第3章</a></p>');
});

/** A text as an entry's, with its frontmatter. */
function linkIn(
  frontmatter: Record<string, unknown>,
  markdown: string,
  options: Partial<RuleReferencesOptions> = {},
) {
  const plugin = rehypeRuleReferences({ places, ...options });
  const inEntry = () => (tree: Root) => {
    plugin(tree, { data: { astro: { frontmatter } } });
  };
  return render(markdown, [inEntry]);
}

test('a told case has none: people in it speak of their own papers', async () => {
  expect(hrefs(await linkIn({ id: '01-02-1', kind: 'case', rule: '01-02' }, '他念第3章给大家听。'))).toEqual(
    [],
  );
});

test('where numbers start anew in each part, the chapter of the same part is meant; from outside, none', async () => {
  const restarted: Place[] = [
    chapter(3, 'aaaa2', { id: '03', part: 1 }),
    chapter(3, 'aaaa3', { id: '13', part: 2 }),
    { kind: 'rule', id: '13-01', number: '13.1', chapter: '13', part: 2, permalink: 'aaaa4' },
  ];
  const from = (entry: Record<string, unknown>) => linkIn(entry, '第3章', { places: restarted });
  expect(hrefs(await from({ id: '03' }))).toEqual(['/chapters/03/']);
  expect(hrefs(await from({ id: '13-01', chapter: '13' }))).toEqual(['/chapters/13/']);
  expect(hrefs(await link('第3章', { places: restarted }))).toEqual([]);
});

test('an editor forbids a link, and makes one', async () => {
  const references = [
    { text: '他那本第3章', to: 'none' as const },
    { text: '讲时间表的那一章', to: 'rv2ab' },
  ];
  expect(hrefs(await link('他那本第3章，讲时间表的那一章，第4章。', { references }))).toEqual([
    '/rules/01-02/',
    '/chapters/04/',
  ]);
});

test('English: the book itself, and no other paper', async () => {
  const english = async (text: string) => hrefs(await link(text, { language: 'en', root: '/en/' }));
  expect(await english('See chapter 3 and rule 1.2.')).toEqual(['/en/chapters/03/', '/en/rules/01-02/']);
  for (const text of [
    'chapter 3 of the contract',
    'the contract’s chapter 3',
    'its chapter 3',
    'Chapter 3 of “Tea”',
    'proposal chapter 3',
  ])
    expect(await english(text)).toEqual([]);
});
