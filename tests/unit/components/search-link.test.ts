import { expect, test } from 'vitest';
import { queryWords } from '../../../src/components/text/search-link.ts';

test.for([
  '客户为本',
  'C&A',
  '100% 满意',
  'a#b?c=d+e',
  '"><script>alert(1)</script>',
  "'",
  '𠮷野',
  'e\u0301',
  '—',
])('a browser reads %s from the address again, and nothing in it is markup', (words) => {
  const query = queryWords(words);
  expect(new URL(`https://rules.example.org/search/?q=${query}`).searchParams.get('q')).toBe(words);
  expect(query).not.toMatch(/["<>&#+\s]/);
});

test('letters stay as they are, and half a character harms nothing', () => {
  expect(queryWords('客户 2018')).toBe('客户%202018');
  expect(queryWords('\ud842')).toBe('%EF%BF%BD');
});
