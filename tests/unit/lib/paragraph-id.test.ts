import { expect, test } from 'vitest';
import { paragraphId } from '../../../src/lib/book/paragraph-id.ts';

test('is the same for the same words and for full-width forms of them', () => {
  expect(paragraphId('第1章，开始')).toBe(paragraphId('第 １ 章,开始'));
});

test('differs where one character differs', () => {
  expect(paragraphId('客户需求')).not.toBe(paragraphId('客户要求'));
});

test('is an anchor of ASCII letters and digits', () => {
  expect(paragraphId('𠮷野家')).toMatch(/^p-[a-z0-9]+$/);
});
