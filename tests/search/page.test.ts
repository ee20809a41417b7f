import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered } from '../browser/search-answers.ts';
import { openSite, phone, scriptsOf, type Site } from '../browser/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const searchbox = (page: Page) => page.getByRole('searchbox', { name: '搜索' });
const status = (page: Page) => page.getByRole('status');

async function open(path = '/search/'): Promise<Page> {
  const page = await site.nextReader();
  await page.goto(site.at(path));
  return page;
}

async function search(page: Page, typed: string): Promise<void> {
  await searchbox(page).fill(typed);
  await answered(page, typed);
}

test('types 客户需求, opens the first hit, and finds it marked', async () => {
  const page = await open();
  await search(page, '客户需求');
  expect(await status(page).getAttribute('data-relaxed')).toBeNull();
  const hits = page.locator('[data-search-results] li[data-id][data-type]');
  expect(Number(await status(page).getAttribute('data-count'))).toBeGreaterThanOrEqual(await hits.count());
  await hits.first().getByRole('link').first().click();
  await page.locator('main mark').first().waitFor();
  for (const text of await page.locator('main mark').allTextContents()) expect('客户需求').toContain(text);
  await page.getByRole('button', { name: '去掉标记' }).click();
  expect(await page.locator('main mark').count()).toBe(0);
  expect(page.url()).not.toContain('mark=');
});

test('says how it relaxed a mistyped query, and what it looked for instead', async () => {
  const page = await open();
  await search(page, '客需求');
  expect(await status(page).getAttribute('data-relaxed')).toBe('typo');
  expect(await status(page).textContent()).toContain('客户需求');
});

test('says so when nothing is found, and offers keywords that lead somewhere', async () => {
  const page = await open();
  await search(page, 'zzzz');
  expect(await status(page).getAttribute('data-count')).toBe('0');
  expect(await page.locator('[data-search-results] li').count()).toBe(0);
  await page.locator('.nearest button').first().click();
  await page.locator('[data-search-results] li').first().waitFor();
});

test('keeps query and facets in the address, and goes back and forward through them', async () => {
  const page = await open('/search/?q=客户&type=case');
  await page.locator('[data-search-state="done"]').waitFor();
  const types = () =>
    page
      .locator('[data-search-results] li')
      .evaluateAll((items) => [...new Set(items.map((item) => (item as HTMLElement).dataset['type']))]);
  expect(await types()).toEqual(['case']);
  await page.getByRole('button', { name: /^法则/ }).click();
  await page.waitForURL(/type=rule/);
  await expect.poll(types).toEqual(['rule']);
  await page.goBack();
  await page.waitForURL(/type=case/);
  await expect.poll(types).toEqual(['case']);
});

test('shows more results by a button', async () => {
  const page = await open('/search/?q=客户');
  await page.locator('[data-search-state="done"]').waitFor();
  const hits = page.locator('[data-search-results] li');
  expect(await hits.count()).toBe(10);
  await page.locator('[data-search-more]').click();
  await expect.poll(() => hits.count()).toBe(20);
});

test('opens the dialog from a rule by Ctrl K, and goes to a rule by its number', async () => {
  const page = await open('/rules/01-01/');
  expect(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/pagefind/')),
    ),
  ).toBe(false);
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: '搜索' });
  await dialog.getByRole('searchbox', { name: '搜索' }).fill('3-2');
  await answered(dialog, '3-2');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/rules\/03-02\//);
});

test('goes through results by the arrow keys', async () => {
  const page = await open();
  await search(page, '客户需求');
  await searchbox(page).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const first = page.locator('[data-search-results] a').first();
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowUp');
  expect(await searchbox(page).evaluate((input) => input === document.activeElement)).toBe(true);
});

test('waits while an input method composes', async () => {
  const page = await open();
  await scriptsOf(page);
  await searchbox(page).evaluate((input) => {
    (input as HTMLInputElement).value = '客户';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  await page.waitForTimeout(300);
  expect(await status(page).getAttribute('data-search-state')).toBe('idle');
  await searchbox(page).evaluate((input) =>
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
  );
  await answered(page, '客户');
});

test('says when the index does not arrive, and tries again', async () => {
  const page = await site.nextReader();
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(site.at('/search/'));
  await searchbox(page).fill('客户需求');
  await page.locator('[data-search-state="error"]').waitFor();
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.locator('[data-search-results] li').first().waitFor();
});

const ids = async (page: Page) => {
  await page.locator('[data-search-state="done"]').waitFor();
  return page
    .locator('[data-search-results] li')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['id']));
};
const found = (page: Page) => ids(page).then((all) => all.sort());

test('needs no WebAssembly for Chinese', async () => {
  const fetched: string[] = [];
  const page = await site.newReader(phone);
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(site.at('/search/?q=客户需求'));
  expect((await ids(page)).length).toBeGreaterThan(3);
  expect(fetched.filter((url) => url.endsWith('.wasm'))).toEqual([]);
});

test.for(['/search/?q=客户求需', '/search/?q=客户需求 -投诉', '/en/search/?q=padlock'])(
  'finds the same in an old web view: %s',
  async (path) => {
    const usual = await open(path);
    const old = await site.newReader(phone);
    await old.addInitScript(() => {
      for (const name of ['WebAssembly', 'DecompressionStream']) Reflect.deleteProperty(globalThis, name);
      Reflect.deleteProperty(Intl, 'Segmenter');
      // Of 2022 and 2023; web views of some phones are older.
      for (const name of ['at', 'toReversed', 'toSorted', 'toSpliced', 'with', 'findLast'])
        Reflect.deleteProperty(Array.prototype, name);
    });
    await old.goto(site.at(path));
    expect(await found(old)).toEqual(await found(usual));
  },
);

test('keeps what was typed as text', async () => {
  const page = await open(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await page.locator('[data-search-state="done"]').waitFor();
  expect(await page.locator('search-page img').count()).toBe(0);
  expect(await status(page).textContent()).toContain('<img src=x onerror=alert(1)>');
});

test('searches the cases alone on their page', async () => {
  const page = await open('/cases/');
  await page.getByRole('searchbox', { name: '在案例里搜索' }).fill('客户');
  await answered(page.locator('case-search'), '客户');
  const types = await page
    .locator('case-search [data-search-results] li')
    .evaluateAll((items) => [...new Set(items.map((item) => (item as HTMLElement).dataset['type']))]);
  expect(types).toEqual(['case']);
});
