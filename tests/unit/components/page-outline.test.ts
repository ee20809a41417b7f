import { expect, test } from 'vitest';
import { pageOutline } from '../../../src/components/reading/outline/page-outline.ts';

test('lists cases and labelled blocks in the order of the text', () => {
  const parts = [
    { html: '<p>文</p>' },
    { html: '<p>事</p>', case: { id: '01-02-1', title: { zh: '五扇门', en: 'Five doors' } } },
    { html: '<section><h2 id="check">自查</h2></section><section><h2 id="block">名言</h2></section>' },
  ];
  expect(pageOutline(parts, { 自查: 'Self-check' })).toEqual([
    { id: 'case-01-02-1', name: { zh: '五扇门', en: 'Five doors' } },
    { id: 'check', name: { zh: '自查', en: 'Self-check' } },
    { id: 'block', name: { zh: '名言' } },
  ]);
});

test('lists sections with those inside them, and what their titles say in letters', () => {
  const parts = [
    {
      html: '<h2 id="s-1" >收与<em>支</em> &#x3C;必读></h2><h3 id="s-2">A &#x26; B</h3><h3 id="comment">点评</h3>',
    },
  ];
  expect(pageOutline(parts, {})).toEqual([
    { id: 's-1', name: { zh: '收与支 <必读>' } },
    { id: 's-2', name: { zh: 'A & B' }, inner: true },
  ]);
});
