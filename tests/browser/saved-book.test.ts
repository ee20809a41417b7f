import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { handbookSchema } from '../../src/share/files/handbook-schema.ts';
import { openSmallSite, panelOf, rule, worked, type SmallSite } from './offline-page.ts';
import { answered } from './search-answers.ts';
import { scriptsOf } from './site.ts';

let site: SmallSite;
beforeAll(async () => {
  site = await openSmallSite();
});
afterAll(() => site.close());

/** The permanent code of the rule. */
const code = () =>
  handbookSchema
    .parse(JSON.parse(readFileSync(join(siteEnvironment().distDir, 'handbook.json'), 'utf8')))
    .rules.find(({ id }) => rule === `/rules/${id}/`)?.permalink ?? '';

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
      const said = globalThis as unknown as { room: object; arrive: () => void };
      said.room = { quota: 2_000_000, usage: 1_000_000 };
      navigator.storage.estimate = () => Promise.resolve(said.room);
      // The last file that has room is still on its way when the next one has none.
      const { promise: arrived, resolve } = Promise.withResolvers<undefined>();
      said.arrive = () => {
        resolve(undefined);
      };
      let left = 30;
      const { put } = Cache.prototype;
      Cache.prototype.put = async function (request, response) {
        left -= 1;
        if (left < 0) throw new DOMException('full', 'QuotaExceededError');
        if (left === 0) await arrived;
        await put.call(this, request, response);
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
    await page.evaluate(() => {
      (globalThis as unknown as { arrive: () => void }).arrive();
    });
    await page.waitForTimeout(300);
    expect(await panel.getByRole('status').textContent()).toMatch(/空间满了，停在 \d+%/);
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
