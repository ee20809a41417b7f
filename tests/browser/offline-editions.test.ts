import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeEdition } from './editions.ts';
import {
  isKept,
  openSmallSite,
  other,
  panelOf,
  rule,
  served,
  worked,
  type SmallSite,
} from './offline-page.ts';
import { scriptsOf } from './site.ts';

describe('a new edition', () => {
  let changing: SmallSite;
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
  let changing: SmallSite;
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
