import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, phone, scriptsOf, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const rule = '/rules/01-01/';

/** Open the display panel of a page and choose its text. */
async function choose(page: Page, panel: string, name: string): Promise<void> {
  await page.getByRole('button', { name: panel }).click();
  await page.getByRole('radio', { name, exact: true }).check();
}

/** How a page's paragraphs and their partners lie. */
const layout = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.prose [id^="p-"]')].map((paragraph) => {
      const partner = paragraph.querySelector<HTMLElement>(':scope > .partner');
      const own = paragraph.querySelector<HTMLElement>(':scope > .own');
      const [a, b] = [own?.getBoundingClientRect(), partner?.getBoundingClientRect()];
      return {
        own: own?.textContent ?? '',
        partner: partner?.textContent ?? '',
        lang: partner?.lang,
        beside: a !== undefined && b !== undefined && b.left >= a.right && Math.abs(a.top - b.top) < 12,
        below: a !== undefined && b !== undefined && b.top >= a.bottom - 1,
      };
    }),
  );

test('both languages stand side by side on a wide screen, are remembered, and go away again', async () => {
  const page = await site.nextReader();
  await page.goto(site.at(`/en${rule}`));
  await scriptsOf(page);
  await choose(page, 'Display', 'Both');
  await page.locator('.partner').first().waitFor();
  const pairs = await layout(page);
  expect(pairs.length).toBeGreaterThan(10);
  for (const { own, partner, lang, beside } of pairs) {
    expect(own).toMatch(/[a-z]{3}/);
    expect(own).not.toMatch(/\p{Script=Han}/u);
    expect(partner).toMatch(/\p{Script=Han}/u);
    expect(lang).toBe('zh-Hans');
    expect(beside, own).toBe(true);
  }
  await page.goto(site.at('/rules/01-02/'));
  await page.locator('.partner').first().waitFor();
  expect((await layout(page))[0]).toMatchObject({ lang: 'en' });
  await scriptsOf(page);
  await choose(page, '版式', '中文');
  await page.locator('.partner').first().waitFor({ state: 'detached' });
  expect(await page.locator('.own').count()).toBe(0);
  await page.reload();
  await scriptsOf(page);
  expect(await page.locator('.partner').count()).toBe(0);
});

test('on a phone the other language is below its paragraph, and nothing is wider than the screen', async () => {
  const page = await site.nextReader(phone);
  await page.evaluate(() => {
    localStorage.setItem('comfort', '{"text":"both"}');
  });
  await page.goto(site.at(rule));
  await page.locator('.partner').first().waitFor();
  const pairs = await layout(page);
  expect(pairs.length).toBeGreaterThan(10);
  expect(pairs.filter(({ below, lang }) => !below || lang !== 'en')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('the other language alone opens its page at the same paragraph', async () => {
  const page = await site.nextReader();
  await page.goto(site.at(`/en${rule}`));
  await scriptsOf(page);
  await page.locator('.prose #check').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Display' }).click();
  // Not `check`: the page is left before the box is.
  await page.getByRole('radio', { name: '中文', exact: true }).click();
  await page.waitForURL((url) => url.pathname.endsWith(rule) && !url.pathname.includes('/en/'));
  const { hash } = new URL(page.url());
  expect(hash).toMatch(/^#p-/);
  expect(await page.locator(hash).count()).toBe(1);
});

test('a page that cannot be fetched is said, and the text stays as it was', async () => {
  const page = await site.nextReader();
  await page.goto(site.at(`/en${rule}`));
  await scriptsOf(page);
  await page.route(`**${rule}`, (route) => route.abort());
  const before = await page.locator('.prose').textContent();
  await choose(page, 'Display', 'Both');
  await page.getByRole('status').getByText('could not be fetched').waitFor();
  expect(await page.locator('.prose').textContent()).toBe(before);
});
