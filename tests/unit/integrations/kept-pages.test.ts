import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PageCache } from '../../../src/integrations/kept-pages/page-cache.ts';
import { addressOf, fileOf } from '../../../src/integrations/kept-pages/page-files.ts';
import { temporaryFolder } from '../freshness/project.ts';

test.each([
  ['page', '/', 'index.html', '/book/'],
  ['page', '', 'index.html', '/book/'],
  ['page', '/rules/01-02/', 'rules/01-02/index.html', '/book/rules/01-02/'],
  ['page', '/en/rules/01-02', 'en/rules/01-02/index.html', '/book/en/rules/01-02/'],
  ['page', '/404', '404.html', '/book/404/'],
  ['endpoint', '/robots.txt', 'robots.txt', '/book/robots.txt'],
  ['endpoint', '/pictures/a.png/', 'pictures/a.png', '/book/pictures/a.png/'],
])('the %s %s is the file %s at %s', (type, pathname, file, address) => {
  expect(fileOf({ pathname, type })).toBe(file);
  expect(addressOf({ pathname, type }, '/book/', 'https://rules.example.org')).toBe(
    `https://rules.example.org${address}`,
  );
});

const fingerprint = `test-${String(process.pid)}`;
const programs = join('.cache', 'programs');
afterAll(() => {
  rmSync(join(programs, fingerprint), { recursive: true, force: true });
});

/** A cache with a program, a style, a page that has a key and one that has none. */
function keptSite() {
  const folder = temporaryFolder();
  const put = (path: string, content: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put('program/prerender-entry.abc.mjs', 'export {};');
  put('dist/_astro/a.js', 'script');
  put('dist/rules/01-01/index.html', 'first');
  put('dist/index.html', 'home');
  const cache = new PageCache(join(folder, 'cache'), fingerprint);
  cache.keepProgram(join(folder, 'program'));
  const paths = [
    { pathname: '/rules/01-01', type: 'page', cacheKey: 'k1' },
    { pathname: '/', type: 'page' },
  ];
  cache.keepSite(join(folder, 'dist'), { entry: 'prerender-entry.abc.mjs', paths }, '{}');
  return { folder, paths, open: () => new PageCache(join(folder, 'cache'), fingerprint).open() };
}

test('a page comes back under its key only; what is no page comes back as it was', () => {
  const { folder, open } = keptSite();
  const page = { pathname: '/rules/01-01', type: 'page' };
  expect(
    open()
      ?.page({ ...page, cacheKey: 'k1' })
      ?.toString(),
  ).toBe('first');
  expect(open()?.page({ ...page, cacheKey: 'k2' })).toBeUndefined();
  expect(open()?.page({ pathname: '/', type: 'page' })).toBeUndefined();
  expect(open()?.restoreRest(join(folder, 'next'))).toBe(true);
  expect(readdirSync(join(folder, 'next'), { recursive: true })).toEqual(['_astro', join('_astro', 'a.js')]);
  expect(readFileSync(join(folder, 'next/_astro/a.js'), 'utf8')).toBe('script');
});

test('a page made anew takes the place of the former one', () => {
  const { folder, open, paths } = keptSite();
  const [page, home] = paths.map((path) => ({ ...path, cacheKey: path.cacheKey && 'k2' }));
  if (page === undefined || home === undefined) throw new Error('The site has two pages.');
  const cache = new PageCache(join(folder, 'cache'), fingerprint);
  cache.update([page, home], new Map([['rules/01-01/index.html', Buffer.from('second')]]), '{"a":1}');
  expect(open()?.page(page)?.toString()).toBe('second');
  expect(open()?.page({ ...page, cacheKey: 'k1' })).toBeUndefined();
  expect(open()?.entries()).toBe('{"a":1}');
});

test('with a damaged program nothing is kept', () => {
  const { open } = keptSite();
  expect(open()).toBeDefined();
  truncateSync(join(programs, fingerprint, 'prerender-entry.abc.mjs'), 3);
  expect(open()).toBeUndefined();
});
