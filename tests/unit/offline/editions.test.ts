import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryCaches, type MemoryCaches } from './memory-caches.ts';

const scope = 'https://example.org/handbook/';
const cacheOf = (edition: string) => `handbook ${scope} ${edition}`;
const page = (edition: string, text: string) =>
  `<!doctype html><html lang="zh-Hans" data-edition="${edition}">${text}</html>`;
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The site's files as edition `three` has them: one page is new, the other as it was. */
const site: Record<string, string> = {
  'rules/01-01/': page('three', '旧文'),
  'rules/01-02/': page('three', '新文'),
  'a.js': 'code',
};
const list = JSON.stringify({
  edition: 'three',
  files: Object.entries(site).map(([path, text]) => {
    const content = text.replace('"three"', '""');
    return [path, content.length, content.length, hash(content)];
  }),
});
const listAt = `${scope}offline/zh.json`;
const below = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [scope + path, text]));

let memory: MemoryCaches;
let asked: string[];
let open: { id: string; url: string }[];

function given(held: Record<string, Record<string, string>>): void {
  memory = memoryCaches(
    Object.fromEntries(Object.entries(held).map(([edition, files]) => [cacheOf(edition), below(files)])),
  );
  vi.stubGlobal('caches', memory.caches);
}

beforeEach(() => {
  vi.resetModules();
  asked = [];
  open = [];
  given({});
  vi.stubGlobal('EDITION', 'three');
  vi.stubGlobal('registration', { scope });
  vi.stubGlobal('clients', { matchAll: () => Promise.resolve(open) });
  vi.stubGlobal('fetch', (url: string) => {
    const path = url.slice(scope.length);
    asked.push(path);
    const body = url === listAt ? list : site[path];
    const type = path.endsWith('/') ? 'text/html' : 'text/javascript';
    return Promise.resolve(
      new Response(body, { status: body === undefined ? 404 : 200, headers: { 'Content-Type': type } }),
    );
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const carryOver = async () => {
  await import('../../../src/offline/worker/carry-over.ts');
  await (globalThis as { carried?: Promise<void> }).carried;
};
const held = (edition: string) => memory.texts.get(cacheOf(edition));

describe('what comes over from former editions', () => {
  test('from two of them, the older saved whole and the newer broken off: each file once, and only what is new is fetched', async () => {
    given({
      one: { 'offline/zh.json': '{}', 'rules/01-01/': page('one', '旧文'), 'a.js': 'code' },
      two: { 'rules/01-01/': page('two', '旧文') },
    });
    await carryOver();
    expect(asked.filter((path) => !path.startsWith('offline/'))).toEqual(['rules/01-02/']);
    expect([...(held('three')?.keys() ?? [])].sort()).toEqual([...Object.keys(below(site)), listAt].sort());
    for (const [url, text] of held('three') ?? [])
      if (url !== listAt) expect(text).not.toMatch(/"(?:one|two)"/);
  });

  test('of a reader who saved nothing, the pages that were read alone', async () => {
    given({ two: { 'rules/01-02/': page('two', '旧文') } });
    await carryOver();
    expect([...(held('three')?.keys() ?? [])]).toEqual([`${scope}rules/01-02/`]);
  });

  test('a login page in the place of the list, or a list of yet another edition, stops it, and nothing is kept', async () => {
    given({ two: { 'rules/01-02/': page('two', '旧文') } });
    for (const body of ['<p>Pay first</p>', list.replace('three', 'four')]) {
      vi.resetModules();
      vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
      await expect(carryOver()).rejects.toThrow();
      expect(held('three')?.size ?? 0).toBe(0);
    }
  });

  test('where two editions have no room beside each other, the new one comes without what was saved', async () => {
    given({ two: { 'offline/zh.json': '{}', 'rules/01-01/': page('two', '旧文') } });
    memory.refuse(new DOMException('full', 'QuotaExceededError'));
    await expect(carryOver()).resolves.toBeUndefined();
    expect(held('three')?.has(listAt)).not.toBe(true);
  });
});

describe('caches of former editions', () => {
  const notes = () => import('../../../src/offline/worker/former.ts');

  test('stay while a window of theirs is open, and go with it; those of other sites stay', async () => {
    given({ one: { 'a.js': 'code' }, two: { 'a.js': 'code' }, three: {} });
    memory.texts.set('handbook https://example.org/ one', new Map());
    open = [{ id: 'tab', url: scope }];
    const { noteFormer, removeFormer } = await notes();
    await noteFormer(cacheOf('three'));
    await removeFormer();
    expect(memory.texts.size).toBe(4);
    open = [{ id: 'another', url: scope }];
    await removeFormer();
    expect([...memory.texts.keys()].sort()).toEqual(['handbook https://example.org/ one', cacheOf('three')]);
  });

  test('go at once where the disk has no room to note them', async () => {
    given({ two: { 'a.js': 'code' }, three: {} });
    open = [{ id: 'tab', url: scope }];
    memory.refuse(new DOMException('full', 'QuotaExceededError'));
    await (await notes()).noteFormer(cacheOf('three'));
    expect([...memory.texts.keys()]).toEqual([cacheOf('three')]);
  });
});

describe('what is kept while pages are read', () => {
  const answered = (body: string, type: string, redirected = false) => {
    const response = new Response(body, { headers: { 'Content-Type': type } });
    Object.defineProperty(response, 'redirected', { value: redirected });
    return response;
  };
  const js = `${scope}_astro/a.js`;
  const rule = `${scope}rules/01-02/`;

  test('is no page in the place of a file, as a host without that file or a login answers', async () => {
    const { keepFile } = await import('../../../src/offline/worker/edition.ts');
    await keepFile(js, answered('<p>Log in</p>', 'text/html; charset=utf-8'));
    expect(held('three')?.has(js)).not.toBe(true);
    await keepFile(js, answered('code', 'text/javascript'));
    expect(held('three')?.get(js)).toBe('code');
  });

  test('is nothing that another address answered', async () => {
    const { keepFile, keepPage } = await import('../../../src/offline/worker/edition.ts');
    await keepFile(js, answered('code', 'text/javascript', true));
    await keepPage(rule, answered(page('three', '文'), 'text/html', true));
    expect(held('three')?.size ?? 0).toBe(0);
  });

  test('is no page of another edition, and none of another site', async () => {
    const { keepPage } = await import('../../../src/offline/worker/edition.ts');
    for (const html of [page('two', '文'), '<!doctype html><html lang="en"><p>Pay first</p></html>'])
      await keepPage(rule, answered(html, 'text/html'));
    expect(held('three')?.size ?? 0).toBe(0);
    await keepPage(rule, answered(page('three', '文'), 'text/html'));
    expect(held('three')?.size).toBe(1);
  });
});
