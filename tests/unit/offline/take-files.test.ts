import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { must } from '../../../src/lib/must.ts';
import type { ListedFile } from '../../../src/offline/file-list.ts';
import { readHere } from '../../../src/offline/file-list.ts';
import { OtherEditionError, takeFiles } from '../../../src/offline/take-files.ts';

const scope = 'https://example.org/';
const page = (edition: string, text: string) =>
  `<!doctype html><html lang="en" data-edition="${edition}">${text}</html>`;
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const listed = (path: string, text: string): ListedFile => [path, text.length, text.length, hash(text)];

/** A cache in memory. */
function memory(held: Record<string, string> = {}): Cache & { texts: Map<string, string> } {
  const texts = new Map(Object.entries(held).map(([path, text]) => [scope + path, text]));
  return {
    texts,
    keys: () => Promise.resolve([...texts.keys()].map((url) => new Request(url))),
    match: (url: string) => Promise.resolve(texts.has(url) ? new Response(texts.get(url)) : undefined),
    put: async (url: string, response: Response) => {
      texts.set(url, await response.text());
    },
  } as unknown as Cache & { texts: Map<string, string> };
}
function serve(files: Record<string, string>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    const path = url.slice(scope.length);
    asked.push(path);
    return Promise.resolve(new Response(files[path], { status: path in files ? 200 : 404 }));
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
});

const files = [listed('rules/01-01/', page('', 'One')), listed('a.js', 'code')];
const list = { edition: 'new', files };

test('takes what is not there yet, and no more', async () => {
  const asked = serve({ 'rules/01-01/': page('new', 'One'), 'a.js': 'code' });
  const cache = memory({ 'a.js': 'code' });
  const taken: number[] = [];
  await takeFiles(list, files, { scope, cache, taken: (size) => taken.push(size) });
  expect(asked).toEqual(['rules/01-01/']);
  expect(taken).toEqual([must(files[0])[1]]);
  expect(cache.texts.get(`${scope}rules/01-01/`)).toBe(page('new', 'One'));
});

test('takes over what is the same in a former edition, as a page of the new one', async () => {
  const asked = serve({});
  const cache = memory();
  const former = memory({ 'rules/01-01/': page('old', 'One'), 'a.js': 'code' });
  await takeFiles(list, files, { scope, cache, former });
  expect(asked).toEqual([]);
  expect(cache.texts.get(`${scope}rules/01-01/`)).toBe(page('new', 'One'));
});

test.for([
  ['a page with other words', { 'rules/01-01/': page('new', 'Two'), 'a.js': 'code' }],
  ['a page that a network put in its place', { 'rules/01-01/': '<p>Pay first</p>', 'a.js': 'code' }],
  ['a file that is gone', { 'rules/01-01/': page('new', 'One') }],
] as [string, Record<string, string>][])('keeps no file of another edition: %s', async ([, served]) => {
  serve(served);
  const cache = memory();
  await expect(takeFiles(list, files, { scope, cache })).rejects.toThrow(OtherEditionError);
  for (const text of cache.texts.values()) expect([page('new', 'One'), 'code']).toContain(text);
});

test('what is taken depends on whether the browser unpacks gzip', () => {
  const index = ['pagefind/zh/plain-1.json', 'pagefind/zh/chunks-2/0.bin', 'rules/01-01/'].map((path) =>
    listed(path, ''),
  );
  const paths = (canUnpack: boolean) => readHere(index, canUnpack).map(([path]) => path);
  expect(paths(true)).toEqual(['pagefind/zh/chunks-2/0.bin', 'rules/01-01/']);
  expect(paths(false)).toEqual(['pagefind/zh/plain-1.json', 'rules/01-01/']);
});
