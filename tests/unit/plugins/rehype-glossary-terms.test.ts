import { expect, test } from 'vitest';
import { rehypeGlossaryTerms } from '../../../src/plugins/rehype-glossary-terms.ts';
import { render } from './render.ts';

const terms = [
  { term: '代表处', en: 'Representative office' },
  { term: '客户', en: 'customer', aliases: ['甲方', 'client'] },
  { term: '客户经理', en: 'account manager' },
];
const mark = (markdown: string) => render(markdown, [[rehypeGlossaryTerms, { terms }]]);
const button = (id: string, text: string) =>
  `<button type="button" class="term" popovertarget="term-${id}">${text}</button>`;

test('marks the first mention of a term and no later one, in whatever paragraph', async () => {
  expect(await mark('代表处和代表处。\n\n代表处。')).toBe(
    `<p>${button('representative-office', '代表处')}和代表处。</p>\n<p>代表处。</p>`,
  );
});

test('prefers the longer term', async () => {
  expect(await mark('客户经理')).toBe(`<p>${button('account-manager', '客户经理')}</p>`);
});

test('keeps a term on one line with the marks that may not part from it', async () => {
  expect(await mark('他问“客户”，')).toBe(
    `<p>他问<span class="unbroken">“${button('customer', '客户')}”，</span></p>`,
  );
});

test('takes an alias for its term, but no Latin one', async () => {
  expect(await mark('甲方')).toBe(`<p>${button('customer', '甲方')}</p>`);
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
    `<p>You need two ${button('requirement', 'special requests')} now</p>`,
  );
  expect(await english('Sales opportunities')).toBe(
    `<p>${button('sales-opportunity', 'Sales opportunities')}</p>`,
  );
});
