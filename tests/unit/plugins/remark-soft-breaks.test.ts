import { expect, test } from 'vitest';
import { render } from './render.ts';
import { must } from '../../../src/lib/must.ts';

test.for([
  ['between two Han characters', '客户\n需求', '客户需求'],
  ['after Chinese punctuation', '客户，\n需求', '客户，需求'],
  ['before a Chinese quotation mark', '他说\n“好”', '他说“好”'],
])('removes a line break %s', async ([, markdown, text]) => {
  expect(await render(must(markdown))).toBe(`<p>${must(text)}</p>`);
});

test('keeps a line break beside Latin words, where it is a space', async () => {
  expect(await render('the\ncustomer')).toBe('<p>the\ncustomer</p>');
  expect(await render('客户\nCRM')).toBe('<p>客户\nCRM</p>');
});
