import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { makeOlder } from './older.ts';
import { answered } from './search-answers.ts';
import { openSite, phone, scriptsOf, type Site } from './site.ts';

let site: Site;
let page: Page;
let errors: string[];
beforeAll(async () => {
  site = await openSite();
  ({ page, errors } = await olderReader({ permissions: ['clipboard-read', 'clipboard-write'] }));
});
afterAll(() => site.close());
beforeEach(() => {
  errors.length = 0;
});

const rule = '/rules/01-02/';

async function olderReader(options: BrowserContextOptions): Promise<{ page: Page; errors: string[] }> {
  // The page's own scripts are changed on the way: their hashes are other ones.
  const older = await site.newReader({ bypassCSP: true, ...options });
  const thrown: string[] = [];
  older.on('pageerror', (error) => thrown.push(error.message));
  await makeOlder(older);
  return { page: older, errors: thrown };
}

test('on a phone the contents are a closed list that opens where it stands and leads on', async () => {
  const { page: onPhone, errors: thrown } = await olderReader(phone);
  await onPhone.goto(site.at(rule));
  await scriptsOf(onPhone);
  const contents = onPhone.locator('#contents details.folded');
  expect(await contents.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
  expect(await onPhone.locator('#contents a[href$="/chapters/03/"]').isVisible()).toBe(false);
  await onPhone.getByRole('button', { name: '目录', exact: true }).click();
  await onPhone.locator('#contents a[href$="/chapters/03/"]').click();
  await onPhone.waitForURL('**/chapters/03/');
  expect(thrown).toEqual([]);
});

test('buttons work: sharing, display, bookmark, the list of keys; Escape closes what they open', async () => {
  await page.goto(site.at(rule));
  await scriptsOf(page);
  for (const hidden of ['#share', '#comfort', '.term-note'])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('button', { name: '分享某一段' }).click();
  await page.locator('.paragraph-link').first().waitFor();
  expect(await page.locator('#share').isVisible()).toBe(false);
  await page.getByRole('button', { name: '版式' }).click();
  await page.getByRole('radio', { name: '墨底' }).check();
  await page.keyboard.press('Escape');
  expect(await page.locator('#comfort').isVisible()).toBe(false);
  await page.getByRole('button', { name: '加书签' }).click();
  expect(await page.locator('[data-bookmark]').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor();
  expect(errors).toEqual([]);
});

test('a selection is copied as a link to its words', async () => {
  await page.goto(site.at(rule));
  await scriptsOf(page);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('.prose > p[id^="p-"]');
    if (first && second) getSelection()?.setBaseAndExtent(first, 0, second, 1);
  });
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('button', { name: '复制选中文字的链接' }).click();
  await page.getByRole('status').getByText('已复制').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#p-\w+:~:text=/);
  expect(errors).toEqual([]);
});

test.for([
  ['/search/', '客户'],
  ['/search/', '客户须求'],
  ['/en/search/', 'customers'],
] as const)('the search on %s finds %s', async ([path, typed]) => {
  await page.goto(site.at(path));
  await scriptsOf(page);
  await page.getByRole('searchbox').fill(typed);
  await answered(page, typed);
  expect(await page.locator('[data-search-results] li').count()).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

test('nothing throws on pages of other types', async () => {
  for (const path of [
    '/',
    '/cases/',
    '/cases/01-02-1/',
    '/glossary/',
    '/downloads/',
    '/report/',
    '/en/rules/01-02/',
  ]) {
    await page.goto(site.at(path));
    await scriptsOf(page);
    await page.waitForTimeout(100);
    expect(errors, path).toEqual([]);
  }
});
