import { expect, test } from 'vitest';
import { rehypeGlossaryTerms } from '../../../src/plugins/rehype-glossary-terms.ts';
import { render } from './render.ts';

const terms = [
  { term: '代表处', en: 'Representative office' },
  { term: '客户', en: 'customer', aliases: ['甲方', 'client'] },
  { term: '客户经理', en: 'account manager' },
];
const mark = (markdown: string) => render(markdown, [[rehypeGlossaryTerms, { terms }]]);
const link = (id: string, text: string) => `<a class="term" href="#term-${id}">${text}</a>`;

test('marks the first mention of a term and no later one, in whatever paragraph', async () => {
  expect(await mark('代表处和代表处。\n\n代表处。')).toBe(
    `<p>${link('representative-office', '代表处')}和代表处。</p>\n<p>代表处。</p>`,
  );
});

test('prefers the longer term', async () => {
  expect(await mark('客户经理')).toBe(`<p>${link('account-manager', '客户经理')}</p>`);
});

test('is inline text, so that a line breaks beside it as beside any word', async () => {
  expect(await mark('他问“客户”，')).toBe(`<p>他问“${link('customer', '客户')}”，</p>`);
});

test('takes an alias for its term, but no Latin one', async () => {
  expect(await mark('甲方')).toBe(`<p>${link('customer', '甲方')}</p>`);
  expect(await mark('client')).toBe('<p>client</p>');
});

test('marks nothing in headings and links', async () => {
  expect(await mark('# 客户\n\n[客户](https://example.org/)')).not.toContain('class="term"');
});

test('changes nothing without a glossary', async () => {
  expect(await render('客户', [[rehypeGlossaryTerms, { terms: [] }]])).toBe('<p>客户</p>');
});

test('marks an alias in an English text, and no everyday word', async () => {
  const spelled = [
    { term: '需求', en: 'requirement', aliases: ['诉求', 'need', 'special request'], unmarked: ['need'] },
    { term: '商机', en: 'sales opportunity' },
  ];
  const english = (markdown: string) =>
    render(markdown, [[rehypeGlossaryTerms, { terms: spelled, language: 'en' }]]);
  expect(await english('You need two special requests now')).toBe(
    `<p>You need two ${link('requirement', 'special requests')} now</p>`,
  );
  expect(await english('Sales opportunities')).toBe(
    `<p>${link('sales-opportunity', 'Sales opportunities')}</p>`,
  );
});
