import { expect, test } from 'vitest';
import { environmentProblems } from '../../scripts/lib/environment.ts';

test.for([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ PORT: '' }, 'PORT'],
  [{ SITE_URL: 'example.org' }, 'SITE_URL'],
  [{ SITE_URL: 'javascript:alert(1)' }, 'SITE_URL'],
  [{ SITE_URL: 'https://example.org/book/' }, 'BASE_PATH=/book/'],
  [{ SITE_URL: '' }, 'SITE_URL'],
  [{ BASE_PATH: '../up' }, 'BASE_PATH'],
  [{ BASE_PATH: '/a b/' }, 'BASE_PATH'],
  [{ BASE_PATH: '"><script>' }, 'BASE_PATH'],
  [{ SEARCH_URL: 'search.example.org' }, 'SEARCH_URL'],
  [{ SEARCH_URL: '' }, 'SEARCH_URL'],
  [{ SEARCH_URL: 'https://user:password@example.org/' }, 'SEARCH_URL'],
  [{ SITE_URL: 'https://example.org', SEARCH_URL: 'http://search.example.org/' }, 'https'],
  [{ SEARCH_BOOK: 'a book' }, 'SEARCH_BOOK'],
] as const)('%o is refused with its name and an example', ([env, name]) => {
  const problems = environmentProblems(env);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(name);
});

test('what makes sense passes', () => {
  expect(environmentProblems({})).toEqual([]);
  expect(environmentProblems({ PORT: '0', SITE_URL: 'https://example.org/', BASE_PATH: '/a/b-c/' })).toEqual(
    [],
  );
  expect(environmentProblems({ SEARCH_URL: 'https://example.org/search/', SEARCH_BOOK: 'sales' })).toEqual(
    [],
  );
});
