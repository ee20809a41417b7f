import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { freePort } from '../../scripts/lib/free-port.ts';
import { serveDirectory } from '../../scripts/preview/static-server.ts';
import type { FileList } from '../../src/offline/file-list.ts';
import { handbookSchema } from '../../src/share/files/handbook-schema.ts';
import { changeEdition } from './editions.ts';
import { answered } from './search-answers.ts';
import { openSite, scriptsOf, type Site } from './site.ts';
import { copySmallSite } from './small-site.ts';
import { tinySite } from './tiny-site.ts';

/** Serve a small site of its own. */
async function openSmallSite(): Promise<Site & { directory: string }> {
  const { directory, remove } = await copySmallSite();
  const opened = await openSite({ directory });
  const close = () => opened.close().then(remove);
  return { ...opened, directory, close };
}

let site: Site & { directory: string };
beforeAll(async () => {
  site = await openSmallSite();
});
afterAll(() => site.close());

const { distDir } = siteEnvironment();
const rule = '/rules/01-02/';
const other = '/rules/01-03/';
/** The permanent code of the rule. */
const code = () =>
  handbookSchema
    .parse(JSON.parse(readFileSync(join(distDir, 'handbook.json'), 'utf8')))
    .rules.find(({ id }) => rule === `/rules/${id}/`)?.permalink ?? '';

/** Wait until the worker answers for the page. */
const worked = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
  });
/** The edition that the page's worker serves; nothing while one worker follows another, which doesn't answer. */
const served = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          resolve(data);
        };
        setTimeout(resolve, 1000);
        navigator.serviceWorker.controller?.postMessage('edition', [port2]);
      }),
  );
const isKept = (page: Page, path: string) =>
  page.evaluate(async (url) => (await caches.match(url)) !== undefined, path);

async function visit(path: string): Promise<Page> {
  const page = await site.newReader({ serviceWorkers: 'allow' });
  await page.goto(site.at(path));
  await scriptsOf(page);
  await worked(page);
  await expect.poll(() => isKept(page, path)).toBe(true);
  return page;
}

test('a page that was read once is there without a network, with what it does; another is said not to be', async () => {
  const page = await visit(rule);
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
  const page = await visit(rule);
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

const panelOf = (page: Page) => page.locator('.downloads [data-save-book]');

async function atDownloads(tree = '', before: () => void = () => undefined): Promise<Page> {
  const page = await site.newReader({ serviceWorkers: 'allow' });
  await page.addInitScript(before);
  await page.goto(site.at(`${tree}/downloads/`));
  await scriptsOf(page);
  await worked(page);
  return page;
}

describe('the saved book', () => {
  test('says how large it is, is read and searched without a network, and can be removed', async () => {
    const page = await atDownloads();
    const panel = panelOf(page);
    await panel.getByText(/占用 [\d.]+ MB，要下载约 [\d.]+ [KM]B/).waitFor();
    await panel.getByRole('button', { name: '保存全书' }).click();
    await panel.getByText('全书已存在这台设备上').waitFor();
    await page.context().setOffline(true);
    await page.goto(site.at('/rules/01-04/'));
    await scriptsOf(page);
    await page.keyboard.press('/');
    const box = page.getByRole('searchbox', { name: '搜索' });
    for (const typed of ['客户', '自我中心的日历', 'kehu', '客户须求']) {
      await box.fill(typed);
      await answered(page, typed);
      expect(await page.locator('[data-search-results] li').count()).toBeGreaterThan(0);
    }
    await page.locator('[data-search-results] a').first().click();
    await page.waitForURL(/mark=/);
    await page.locator('mark').first().waitFor();
    // A slide's link leads on as it does with a network, to the paragraph that it names.
    await page.goto(site.at(`/r/${code()}/#p-x`));
    expect(page.url()).toBe(site.at(`${rule}#p-x`));
    await scriptsOf(page);
    await page.getByRole('button', { name: '分享', exact: true }).click();
    await page.getByRole('button', { name: '分享某一段' }).click();
    await page.locator('.paragraph-link').first().waitFor();
    await page.goto(site.at('/cases/'));
    await page.goto(site.at('/downloads/'));
    await scriptsOf(page);
    await panel.getByText('全书已存在这台设备上').waitFor();
    await panel.getByRole('button', { name: '删除' }).click();
    await panel.getByText('已从这台设备上删除').waitFor();
    await page.goto(site.at('/rules/01-04/'));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('没有网络');
  });

  test('in English has its own pages and both indexes', async () => {
    const page = await atDownloads('/en');
    await panelOf(page).getByRole('button', { name: 'Save the book' }).click();
    await panelOf(page).getByText('The whole book is kept').waitFor();
    await page.context().setOffline(true);
    await page.goto(site.at('/en/rules/01-04/'));
    await scriptsOf(page);
    await page.keyboard.press('/');
    for (const typed of ['customers', '客户']) {
      await page.getByRole('searchbox').fill(typed);
      await answered(page, typed);
      expect(await page.locator('[data-search-results] li').count()).toBeGreaterThan(0);
    }
  });

  test('broken off midway goes on where it stopped, whether or not the reader ever answers what the browser asks', async () => {
    const page = await atDownloads('', () => {
      navigator.storage.persist = () => new Promise(() => undefined);
    });
    const panel = panelOf(page);
    let asked = 0;
    const seen = new Map<string, number>();
    await page.context().route('**/pagefind/**', (route) => {
      asked += 1;
      const path = new URL(route.request().url()).pathname;
      seen.set(path, (seen.get(path) ?? 0) + 1);
      return asked > 10 && asked < 400 ? route.abort('internetdisconnected') : route.continue();
    });
    await panel.getByRole('button', { name: '保存全书' }).click();
    await panel.getByText(/网络断了，停在 \d+%/).waitFor();
    await page.reload();
    await scriptsOf(page);
    await panel.getByText(/停在 [1-9]\d*%/).waitFor();
    asked = 1000;
    const held = await page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).filter((each) => each.startsWith('handbook '));
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    seen.clear();
    await panel.getByRole('button', { name: '继续' }).click();
    await panel.getByText('全书已存在这台设备上').waitFor();
    expect(held.filter((path) => path.startsWith('/pagefind/') && seen.has(path))).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });

  test('is refused where there is too little room, and where the disk turns out full, each said', async () => {
    const page = await site.newReader({ serviceWorkers: 'allow' });
    await page.addInitScript(() => {
      // What the browser says of its room; later it says nothing, and is full after some files.
      const said = globalThis as unknown as { room: object };
      said.room = { quota: 2_000_000, usage: 1_000_000 };
      navigator.storage.estimate = () => Promise.resolve(said.room);
      let left = 30;
      const { put } = Cache.prototype;
      Cache.prototype.put = function (request, response) {
        left -= 1;
        return left < 0
          ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
          : put.call(this, request, response);
      };
    });
    await page.goto(site.at('/downloads/'));
    const panel = panelOf(page);
    await panel.getByRole('button', { name: '保存全书' }).click();
    await panel.getByText(/空间不够，还差 [\d.]+ [KM]B/).waitFor();
    await page.evaluate(() => {
      (globalThis as unknown as { room: object }).room = {};
    });
    await panel.getByRole('button', { name: '继续' }).click();
    await panel.getByText(/空间满了，停在 \d+%/).waitFor();
    await panel.getByRole('button', { name: '删除' }).click();
    await panel.getByRole('button', { name: '保存全书' }).waitFor();
  });

  test('that the browser has cleared is missed, and can be had again', async () => {
    const page = await site.newReader({ serviceWorkers: 'allow' });
    await page.addInitScript(() => {
      localStorage.setItem('offline', '{"zh":"saved"}');
    });
    await page.goto(site.at('/downloads/'));
    await panelOf(page)
      .getByText(/被浏览器清掉了/)
      .waitFor();
    await panelOf(page).getByRole('button', { name: '继续' }).waitFor();
  });

  test('is not offered where the browser refuses to keep anything, as in a private window', async () => {
    const page = await site.newReader({ serviceWorkers: 'allow' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      caches.open = () => Promise.reject(new DOMException('refused', 'SecurityError'));
    });
    await page.goto(site.at('/downloads/'));
    await panelOf(page).getByText('这个浏览器不能把网页存下来').waitFor();
    expect(await panelOf(page).getByRole('button').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('cleared while it is being saved is missed, and can be had again', async () => {
    const page = await atDownloads();
    const panel = panelOf(page);
    // A part that is long in coming.
    const { promise: cleared, resolve: clear } = Promise.withResolvers<undefined>();
    await page.context().route('**/pagefind/**', async (route) => {
      await cleared;
      await route.continue();
    });
    await panel.getByRole('button', { name: '保存全书' }).click();
    await panel.getByText(/正在保存：[1-9]/).waitFor();
    await page.evaluate(async () => {
      localStorage.clear();
      for (const name of await caches.keys()) await caches.delete(name);
    });
    clear(undefined);
    await panel.getByText(/被浏览器清掉了/).waitFor();
    await panel.getByRole('button', { name: '继续' }).click();
    await panel.getByText('全书已存在这台设备上').waitFor();
    await page.context().setOffline(true);
    await page.goto(site.at('/rules/01-04/'));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('没有网络');
  });

  test('is offered from the contents of every page', async () => {
    const page = await site.newReader({ serviceWorkers: 'allow' });
    await page.goto(site.at(rule));
    await scriptsOf(page);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.getByRole('button', { name: '目录' }).first().click();
    await page.locator('#contents').getByRole('link', { name: '离线保存全书' }).click();
    await page.locator('#contents').getByRole('button', { name: '保存全书' }).waitFor();
    expect(page.url()).toBe(site.at(rule));
  });
});

describe('a new edition', () => {
  let changing: Site & { directory: string };
  beforeAll(async () => {
    changing = await openSmallSite();
  });
  afterAll(() => changing.close());
  const editionOf = (page: Page) => page.locator('html').getAttribute('data-edition');

  test('waits until the reader asks; a tab of the former goes on with its own files; the saved book comes along', async () => {
    const { at, directory } = changing;
    const page = await changing.newReader({ serviceWorkers: 'allow' });
    const context = page.context();
    await page.goto(at('/downloads/'));
    await scriptsOf(page);
    await worked(page);
    const panel = panelOf(page);
    await panel.getByRole('button', { name: '保存全书' }).click();
    await panel.getByText('全书已存在这台设备上').waitFor();
    const tab = await context.newPage();
    await tab.goto(at(rule));
    await scriptsOf(tab);
    const former = await editionOf(tab);

    const next = await changeEdition(directory, 'rules/01-02/index.html', '客户');
    const asked: string[] = [];
    context.on('request', (request) => {
      if (request.serviceWorker()) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(at('/rules/01-01/'));
    expect(await editionOf(page)).toBe(former);
    await page.getByText('本站有了新版').waitFor();
    // What did not change was not fetched again.
    expect(asked.filter((path) => path.startsWith('/rules/') && path.endsWith('/'))).toEqual([rule]);
    await page.getByRole('button', { name: '重新载入' }).click();
    await page.locator(`html[data-edition="${next}"]`).waitFor();

    // The other tab still shows the former edition, says so, and searches in the former index.
    expect(await editionOf(tab)).toBe(former);
    await tab.getByText('本站有了新版').waitFor();
    const heads: string[] = [];
    tab.on('response', (response) => {
      if (response.url().includes('/pagefind/zh/index')) heads.push(response.url());
    });
    await tab.keyboard.press('/');
    await tab.getByRole('searchbox', { name: '搜索' }).fill('日历');
    await tab.locator('[data-search-results] li').first().waitFor();
    expect(heads).toEqual([at(`/pagefind/zh/index-${former ?? ''}.json`)]);

    // Every page that is kept now is of the new edition; once the tab is gone, so is the former cache.
    await tab.close();
    await context.setOffline(true);
    await page.goto(at(rule));
    await scriptsOf(page);
    expect(await editionOf(page)).toBe(next);
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    const editions = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      const pages = (await cache.keys()).filter(({ url }) => url.endsWith('/'));
      const marks = pages.map(
        async (key) => /data-edition="(\w+)"/.exec((await (await cache.match(key))?.text()) ?? '')?.[1],
      );
      return [...new Set(await Promise.all(marks))];
    });
    expect(editions).toEqual([next]);
    await context.setOffline(false);
  });
});

describe('a reader of a former edition', () => {
  let changing: Site & { directory: string };
  let page: Page;
  let next: string;
  beforeAll(async () => {
    changing = await openSmallSite();
  });
  afterAll(() => changing.close());
  const shows = (edition: string) => page.locator(`html[data-edition="${edition}"]`).waitFor();

  /** Visit a page of the former edition, as whose reader one goes on, and put the next edition in its place. */
  async function hasRead(path: string): Promise<void> {
    page = await changing.newReader({ serviceWorkers: 'allow' });
    await page.goto(changing.at(path));
    await scriptsOf(page);
    await worked(page);
    await expect.poll(() => isKept(page, path)).toBe(true);
    next = await changeEdition(changing.directory, 'rules/01-02/index.html', path);
  }

  test('who opens a page that is new on the device is of the new one from then on, without a question', async () => {
    await hasRead('/rules/01-01/');
    await page.goto(changing.at(other));
    await shows(next);
    await expect.poll(() => served(page)).toBe(next);
    expect(await page.getByText('本站有了新版').count()).toBe(0);
    // What is kept of the former edition is shown no more.
    await page.goto(changing.at('/rules/01-01/'));
    await shows(next);
    expect(await page.getByText('本站有了新版').count()).toBe(0);
  });

  test('who saves the book from a page of the former one is led to the new one, where it can be saved', async () => {
    await hasRead('/downloads/');
    await page.reload();
    const panel = panelOf(page);
    await panel.getByText('网站刚换了新版').waitFor();
    await panel.getByRole('button', { name: '重新载入' }).click();
    await shows(next);
    await panel.getByRole('button', { name: '保存全书' }).waitFor();
    // Having looked at what there is to save is not having saved it: nothing of it came along unasked.
    const held = await page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).slice(-1);
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(held.filter((path) => path.startsWith('/pagefind/') || path.startsWith('/rules/'))).toEqual([]);
  });
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
