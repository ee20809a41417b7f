import { expect, test } from 'vitest';
import { pageOutline } from '../../../src/components/reading/page-outline.ts';

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
