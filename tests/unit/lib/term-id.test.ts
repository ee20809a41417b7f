import { expect, test } from 'vitest';
import { termId } from '../../../src/lib/book/term-id.ts';

test('a term’s address is its English in small letters', () => {
  expect(['Iron triangle', 'Crédit “A/B”', '100%'].map(termId)).toEqual([
    'iron-triangle',
    'cre-dit-a-b',
    '100',
  ]);
});

test('a term that is called as a part of the page has an address of its own', () => {
  expect(['Main', 'Contents', 'comfort', 'Letter of credit'].map(termId)).toEqual([
    'main-term',
    'contents-term',
    'comfort-term',
    'letter-of-credit',
  ]);
});
