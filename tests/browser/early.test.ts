import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, scriptsOf, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A page whose scripts are still on their way, and what lets them arrive. */
async function withoutScriptsYet(path: string): Promise<{ page: Page; arrive: () => Promise<void> }> {
  const page = await site.nextReader();
  const { promise: sent, resolve: send } = Promise.withResolvers<undefined>();
  await page.route('**/_astro/*.js', async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto(site.at(path));
  const arrive = async () => {
    expect(await page.locator('html').getAttribute('data-js')).not.toBe('ready');
    send(undefined);
    await scriptsOf(page);
  };
  return { page, arrive };
}

describe('what a reader does before the scripts are there', () => {
  test('a key: / opens the search, an arrow turns the page', async () => {
    const { page, arrive } = await withoutScriptsYet('/rules/01-02/');
    await page.keyboard.press('/');
    await arrive();
    await page.getByRole('dialog', { name: '搜索' }).waitFor();
    const other = await withoutScriptsYet('/rules/01-02/');
    await other.page.keyboard.press('ArrowRight');
    await other.arrive();
    await other.page.waitForURL('**/rules/01-03/');
  });

  test('a key typed into a field is typed once and does nothing else', async () => {
    const { page, arrive } = await withoutScriptsYet('/');
    const box = page.getByRole('searchbox', { name: '搜索' });
    await box.pressSequentially('a/b?');
    await arrive();
    expect(await box.inputValue()).toBe('a/b?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a button that only a script answers, and a tick', async () => {
    const { page, arrive } = await withoutScriptsYet('/rules/01-02/');
    await page.getByRole('button', { name: '加书签' }).click();
    const box = page.getByRole('region', { name: '自查' }).getByRole('checkbox').first();
    await box.check();
    await page.getByRole('button', { name: '版式' }).click();
    await page.getByRole('radio', { name: '墨底' }).check();
    await arrive();
    expect(await page.locator('[data-bookmark]').getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    // The panel that the browser opened by itself is not closed again.
    expect(await page.locator('#comfort').isVisible()).toBe(true);
    await page.reload();
    await scriptsOf(page);
    expect(await box.isChecked()).toBe(true);
  });

  test.for([
    ['/search/', '搜索', 'search-page'],
    ['/cases/', '在案例里搜索', 'case-search'],
  ] as const)('a search on %s', async ([path, name, panel]) => {
    const { page, arrive } = await withoutScriptsYet(path);
    await page.getByRole('searchbox', { name }).pressSequentially('客户');
    await arrive();
    await page.locator(`${panel} [data-search-results] li`).first().waitFor();
    expect(await page.getByRole('searchbox', { name }).inputValue()).toBe('客户');
  });
});
