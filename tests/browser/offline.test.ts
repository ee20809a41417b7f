import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { freePort } from '../../scripts/lib/free-port.ts';
import { serveDirectory } from '../../scripts/preview/static-server.ts';
import type { FileList } from '../../src/offline/file-list.ts';
import { isKept, openSmallSite, other, rule, visit, worked, type SmallSite } from './offline-page.ts';
import { scriptsOf } from './site.ts';
import { tinySite } from './tiny-site.ts';

let site: SmallSite;
beforeAll(async () => {
  site = await openSmallSite();
});
afterAll(() => site.close());

const { distDir } = siteEnvironment();

test('a page that was read once is there without a network, with what it does; another is said not to be', async () => {
  const page = await visit(site, rule);
  const title = await page.title();
  await page.context().setOffline(true);
  await page.reload();
  await scriptsOf(page);
  expect(await page.title()).toBe(title);
  await page.getByRole('button', { name: '加书签' }).click();
  expect(await page.locator('[data-bookmark]').getAttribute('aria-pressed')).toBe('true');
  await page.goto(site.at(other));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('没有网络');
  await page.getByRole('link', { name: '再试一次' }).waitFor();
});

test('the search says why it can’t be had without a network, and the reader stays on the page', async () => {
  const page = await visit(site, rule);
  await page.context().setOffline(true);
  await page.keyboard.press('/');
  await page.getByText('没有网络，这台设备上也没有存搜索').waitFor();
  expect(page.url()).toBe(site.at(rule));
  await page.reload();
  await scriptsOf(page);
  await page.getByRole('link', { name: '搜索' }).first().click();
  await page.getByText('没有网络，这台设备上也没有存搜索').waitFor();
  expect(page.url()).toBe(site.at(rule));
});

test('below a path of its own, a site keeps its pages and codes, and leaves those of other sites alone', async () => {
  const base = '/teams/handbook/';
  const { directory, remove } = await tinySite(base);
  const server = await serveDirectory({ directory, port: 0, base });
  const at = (path: string) => server.url + path;
  const page = await site.newReader({ serviceWorkers: 'allow' });
  await page.goto(at('rules/01-02/'));
  await worked(page);
  const says = () => page.locator('main').innerText();
  // What a saved book has beside its pages.
  await page.evaluate(async (address) => {
    const [name = ''] = await caches.keys();
    await (await caches.open(name)).add(address);
  }, at('offline/codes.json'));
  await page.goto(at('rules/01-02/'));
  await expect.poll(() => isKept(page, `${base}rules/01-02/`)).toBe(true);
  await server.close();
  for (const path of [
    'rules/01-02/',
    'rules/01-02',
    'rules/01-02/?q=1#p-x',
    'rules/01-02/index.html',
    'r/k7mq2/',
  ]) {
    await page.goto(at(path));
    expect(await says(), path).toBe('“rules/01-02/”');
  }
  await page.goto(at('rules/01-01/?q=1'));
  expect(await says()).toBe('“offline/”');
  // Beside it there is nothing of this site.
  await expect(page.goto(new URL('/teams/', server.url).href)).rejects.toThrow();
  await remove();
});

test('a server that shows a site while it is made leaves no worker behind, and takes a former one away', async () => {
  const port = await freePort();
  const serve = (offline: boolean) => serveDirectory({ directory: site.directory, port, offline });
  const first = await serve(true);
  const page = await site.newReader({ serviceWorkers: 'allow' });
  await page.goto(`${first.url}rules/01-02/`);
  await scriptsOf(page);
  await worked(page);
  await first.close();
  const second = await serve(false);
  await page.goto(`${first.url}rules/01-02/`);
  const left = () =>
    page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
  await expect.poll(() => left().catch(() => [])).toEqual([0, 0]);
  await page.goto(`${first.url}rules/01-03/`);
  await scriptsOf(page);
  await expect.poll(() => left().catch(() => [])).toEqual([0, 0]);
  await second.close();
});

test('a first visit brings at most 3 KB more: the worker, and the page for what isn’t there', () => {
  const sizes = ['sw.js', 'offline/index.html', 'en/offline/index.html'].map(
    (path) => brotliCompressSync(readFileSync(join(distDir, path))).length,
  );
  const [worker = 0, ...pages] = sizes;
  // The rest is what the site's own script has grown by.
  expect(worker + Math.max(...pages)).toBeLessThan(2500);
});

test('the lists name every page of their language, as it is', async () => {
  for (const language of ['zh', 'en']) {
    const list = JSON.parse(await readFile(join(distDir, 'offline', `${language}.json`), 'utf8')) as FileList;
    const paths = list.files.map(([path]) => path);
    const tree = language === 'en' ? 'en/' : '';
    for (const path of ['', 'rules/01-01/', 'cases/', 'cases/01-01-1/', 'search/', 'offline/', 'downloads/'])
      expect(paths).toContain(tree + path);
    expect(paths).toContain(`pagefind/${language}/index-${list.edition}.json`);
    expect(new Set(paths).size).toBe(paths.length);
  }
});
