import { expect, test } from 'vitest';
import { isOwnPicture, isSafeLink } from '../../../src/lib/html/safe-address.ts';

test.for([
  '/rules/01-02/',
  '#p-abc',
  '../a/',
  'https://example.org/',
  'HTTP://example.org',
  'mailto:a@example.org',
  '//example.org/',
])('a link in a text may lead to %s', (address) => {
  expect(isSafeLink(address)).toBe(true);
});

test.for([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  'https://[',
])('a link in a text may not lead to %s', (address) => {
  expect(isSafeLink(address)).toBe(false);
});

test('a picture in a text is the site’s own', () => {
  expect(['../pictures/a.png', '/pictures/a.png'].every(isOwnPicture)).toBe(true);
  expect(
    ['https://example.org/a.png', '//example.org/a.png', 'data:image/png;base64,AA', 'https://['].some(
      isOwnPicture,
    ),
  ).toBe(false);
});
