import { expect, test } from 'vitest';
import { render } from './render.ts';

test('a picture of the book is shown with its size, from where the site serves it', async () => {
  expect(await render('![图1 路线](../pictures/0123456789abcdef-640x480.png)')).toBe(
    '<figure><img src="/pictures/0123456789abcdef-640x480.png" alt="图1 路线" width="640" height="480" loading="lazy" decoding="async"></figure>',
  );
});

test.for([
  '![](https://example.com/a.png)',
  '![](../../secrets/0123456789abcdef-1x1.png)',
  '![](../pictures/../0123456789abcdef-1x1.png)',
  '![](../pictures/photo.png)',
])('no other picture is taken for one: %s', async (markdown) => {
  expect(await render(markdown)).not.toContain('/pictures/0123');
  expect(await render(markdown)).not.toContain('<figure');
});
