import { expect, test } from 'vitest';
import { cssString } from '../../../src/layouts/css-string.ts';

test('leaves letters and digits of any script as they are', () => {
  expect(cssString('第1章 Face')).toBe('"第1章 Face"');
});

test('lets no title end the string or the style element', () => {
  expect(cssString('"}</style>\n\\')).toBe(String.raw`"\22 \7d \3c \2f style\3e \a \5c "`);
});
