import { describe, expect, test } from 'vitest';
import { addressOfCode } from '../../../src/client/shelf/shelf-code.ts';
import { codeRedirects, codeRewrites } from '../../../scripts/shelf/code-pages.ts';
import type { GatheredBook } from '../../../scripts/shelf/gather.ts';
import { originsOf } from '../../../scripts/shelf/write-home.ts';
import { contentPolicy } from '../../../src/policy/content-policy.ts';
import { parseRedirects } from '../../../scripts/preview/host-files.ts';
import { byDepartment } from '../../../src/shelf/home.ts';

const book = (id: string, address: string): GatheredBook => ({
  id,
  address,
  title: { zh: id },
  department: undefined,
  languages: ['zh-Hans'],
  counts: undefined,
  codes: [],
  listed: { id, title: { zh: id }, address, pages: { zh: 0, en: 0 } },
  searched: undefined,
  problem: undefined,
});
const books = [
  book('sales', 'https://handbooks.example.com/sales/'),
  book('service', 'https://handbooks.example.com/service/'),
  book('abroad', 'https://abroad.example.org/'),
  book('own', '/shelf/books/own/'),
];

describe('permanent codes on a shelf', () => {
  const ways = Object.fromEntries(books.map(({ id, address }) => [id, address]));
  test.for([
    ['/r/sales/k7mq2/', 'https://handbooks.example.com/sales/r/k7mq2/'],
    ['/shelf/r/own/k7mq2', '/shelf/books/own/r/k7mq2/'],
    ['/en/r/abroad/k7mq2/', 'https://abroad.example.org/en/r/k7mq2/'],
    ['/r/nobody/k7mq2/', undefined],
    ['/r/constructor/k7mq2/', undefined],
    ['/r/sales/../../k7mq2/', undefined],
    ['/r/k7mq2/', undefined],
  ] as const)('%s leads to the handbook’s own', ([path, address]) => {
    expect(addressOfCode(path, ways)).toBe(address);
  });

  test('hosts lead on those that are newer than the shelf', () => {
    expect(parseRedirects(codeRedirects(books)).get('/r/sales/*')).toEqual({
      to: 'https://handbooks.example.com/sales/r/:splat',
      status: 302,
    });
    expect(codeRewrites(books.slice(3), '/shelf/')).toBe(
      'rewrite "^/shelf/(en/)?r/own/(.*)$" "/shelf/books/own/$1r/$2" redirect;\n',
    );
  });
});

test('the policy names the origins of the handbooks, and no other', () => {
  const origins = originsOf(books);
  expect(origins).toEqual(['https://abroad.example.org', 'https://handbooks.example.com']);
  expect(contentPolicy('page', origins)).toContain(
    ";connect-src 'self' https://abroad.example.org https://handbooks.example.com;",
  );
  expect(contentPolicy('page')).toContain(";connect-src 'self';");
});

test('departments come in the order of the list, books of none last', () => {
  const on = (id: string, department?: string) => ({
    id,
    address: '/',
    title: { zh: id },
    ...(department !== undefined && { department: { zh: department } }),
    languages: [],
    searched: true,
    mark: id,
  });
  const groups = byDepartment([on('a'), on('b', '乙'), on('c', '甲'), on('d', '乙')]);
  expect(groups.map(({ name, books: own }) => [name?.zh, own.map(({ id }) => id)])).toEqual([
    ['乙', ['b', 'd']],
    ['甲', ['c']],
    [undefined, ['a']],
  ]);
});
