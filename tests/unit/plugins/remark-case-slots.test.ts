import { expect, test } from 'vitest';
import { render } from './render.ts';

test('leaves a slot where a case stands', async () => {
  expect(await render('前。\n\n::case{id="01-02-1"}\n\n后。')).toBe(
    '<p>前。</p>\n<case-slot data-id="01-02-1"></case-slot>\n<p>后。</p>',
  );
});

test('takes a directive without a well-formed id for text', async () => {
  expect(await render('::case{id="../x"}')).toBe('<p>::case{id="../x"}</p>');
  expect(await render('::case')).toBe('<p>::case</p>');
});
