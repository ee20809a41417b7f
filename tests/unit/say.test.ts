import { expect, test } from 'vitest';
import { printable } from '../../scripts/lib/say.ts';

test('what would drive a terminal or reorder its line is spelt out', () => {
  expect(printable('题\u001b]0;title\u0007\u009b2J\r\u202e客\t\n')).toBe(
    '题\\u{1b}]0;title\\u{7}\\u{9b}2J\\u{d}\\u{202e}客\t\n',
  );
});
