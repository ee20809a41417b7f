import { expect, test } from 'vitest';
import { render } from './render.ts';

test('shows raw HTML as text, in a paragraph of its own and within one', async () => {
  expect(await render('<script>alert(1)</script>')).toBe('<p>&#x3C;script>alert(1)&#x3C;/script></p>');
  expect(await render('前<img src=x onerror=alert(1)>后')).toBe(
    '<p>前&#x3C;img src=x onerror=alert(1)>后</p>',
  );
});

test('shows a colon before letters or a ratio as it was written', async () => {
  expect(await render('比分:abc[标签]{x=1}，成本:c')).toBe('<p>比分:abc[标签]{x=1}，成本:c</p>');
});

test('shows an unknown leaf directive as a paragraph', async () => {
  expect(await render('::note[小心]{a=b}')).toBe('<p>::note[小心]{a=b}</p>');
});

test('keeps the paragraphs of an unknown container between its fences', async () => {
  expect(await render(':::aside\n\n一。\n\n二。\n\n:::')).toBe(
    '<p>:::aside</p>\n<p>一。</p>\n<p>二。</p>\n<p>:::</p>',
  );
});

test('leaves out the backslash of an escape inside literal text', async () => {
  expect(await render(String.raw`::note[一\*二]`)).toBe('<p>::note[一*二]</p>');
});
