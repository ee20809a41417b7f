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
    delete: (url: string) => Promise.resolve(texts.delete(url)),
  } as unknown as Cache & { texts: Map<string, string> };
}
const typeOf = (path: string) => (path.endsWith('/') ? 'text/html' : 'text/javascript');

/** Serve files; what else is asked for is gone. `first` answers in their place as long as it has answers. */
function serve(files: Record<string, string>, first: Response[] = []): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    const path = url.slice(scope.length);
    asked.push(path);
    const answer = new Response(files[path], {
      status: path in files ? 200 : 404,
      headers: { 'Content-Type': typeOf(path) },
    });
    return Promise.resolve(first.shift() ?? answer);
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
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
  ['a file that is gone', { 'rules/01-01/': page('new', 'One') }],
] as [string, Record<string, string>][])('keeps no file of another edition: %s', async ([, served]) => {
  serve(served);
  const cache = memory();
  await expect(takeFiles(list, files, { scope, cache })).rejects.toThrow(OtherEditionError);
  for (const text of cache.texts.values()) expect([page('new', 'One'), 'code']).toContain(text);
});

test('a file that was kept unseen and is not the one listed is fetched again, and its bytes counted once', async () => {
  const asked = serve({ 'rules/01-01/': page('new', 'One'), 'a.js': 'code' });
  const cache = memory({ 'a.js': '<p>Log in first</p>', 'rules/01-01/': page('new', 'On') });
  const taken: number[] = [];
  await takeFiles(list, files, { scope, cache, taken: (size) => taken.push(size) });
  expect(asked.sort()).toEqual(['a.js', 'rules/01-01/']);
  expect(cache.texts.get(`${scope}a.js`)).toBe('code');
  expect(cache.texts.get(`${scope}rules/01-01/`)).toBe(page('new', 'One'));
  expect(taken).toEqual([]);
});

test('a login page that a network puts in the place of a file is kept for none, and is no new edition', async () => {
  const login = () => new Response('<p>Pay first</p>', { headers: { 'Content-Type': 'text/html' } });
  for (const listed of files) {
    serve({}, [login()]);
    const cache = memory();
    const failure = await takeFiles(list, [listed], { scope, cache }).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(TypeError);
    expect(cache.texts.size).toBe(0);
  }
});

test('a host that answers with its own page where a file is gone has a new edition', async () => {
  const home = new Response(page('newer', 'Home'), { headers: { 'Content-Type': 'text/html' } });
  serve({}, [home]);
  await expect(takeFiles(list, files.slice(1), { scope, cache: memory() })).rejects.toThrow(
    OtherEditionError,
  );
});

test.for([429, 403, 503])('an answer of %d passes: the file is asked for again', async (status) => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const asked = serve({ 'a.js': 'code' }, [new Response('', { status })]);
  const cache = memory();
  const done = takeFiles(list, files.slice(1), { scope, cache });
  await vi.runAllTimersAsync();
  await done;
  expect(asked).toEqual(['a.js', 'a.js']);
  expect(cache.texts.get(`${scope}a.js`)).toBe('code');
});

test('what is taken depends on whether the browser unpacks gzip', () => {
  const index = ['pagefind/zh/plain-1.json', 'pagefind/zh/chunks-2/0.bin', 'rules/01-01/'].map((path) =>
    listed(path, ''),
  );
  const paths = (canUnpack: boolean) => readHere(index, canUnpack).map(([path]) => path);
  expect(paths(true)).toEqual(['pagefind/zh/chunks-2/0.bin', 'rules/01-01/']);
  expect(paths(false)).toEqual(['pagefind/zh/plain-1.json', 'rules/01-01/']);
});
