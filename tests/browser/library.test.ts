import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page, Route } from 'playwright-core';
import { openSite, phone, scriptsOf, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const shown = (page: Page) => page.locator('[data-facets]:visible');
const facets = (page: Page) => page.getByRole('navigation', { name: '筛选案例' });
/** The value with its number: `败 35`. */
const value = (page: Page, name: string) =>
  facets(page).getByRole('link', { name: new RegExp(`^${name}\\s*\\d+$`) });
const counted = async (page: Page, name: string) =>
  Number(/\d+$/.exec((await value(page, name).innerText()).trim())?.[0]);

/** Wait until all cases are there: those that the page begins without are fetched when they are needed. */
async function all(page: Page): Promise<void> {
  await scriptsOf(page);
  await page.locator('[data-rest]').waitFor({ state: 'detached' });
}
const restLink = (page: Page) => page.getByRole('link', { name: /^其余 \d+ 则$/ });

/** Serve the library as that of a book with very many cases is built: the first chapters, the others on a page of their own. */
async function serveInParts(page: Page): Promise<void> {
  const whole = await (await page.request.get(site.at('/cases/'))).text();
  const groups = whole.match(/<section data-case-group[\s\S]*?<\/section>/g) ?? [];
  const rest = `<a href="/cases/all/" data-rest>其余 ${String(groups.length - 3)} 则</a>`;
  const part = groups.slice(3).reduce((html, group) => html.replace(group, ''), whole);
  const last = groups[2] ?? '';
  const answer = (body: string) => ({ contentType: 'text/html; charset=utf-8', body });
  await page.route(/\/cases\/(?:\?.*)?$/, (route) =>
    route.fulfill(answer(part.replace(last, () => last + rest))),
  );
  await page.route('**/cases/all/', (route) => route.fulfill(answer(whole)));
}
const status = (page: Page) => page.locator('case-library').getByRole('status');

describe('the case library', () => {
  test('of very many cases begins with the first, and fetches the others as a reader nears the end', async () => {
    const page = await site.nextReader(phone);
    await serveInParts(page);
    await page.goto(site.at('/cases/'));
    await scriptsOf(page);
    const first = await page.locator('[data-facets]').count();
    await page.locator('[data-facets]').last().scrollIntoViewIfNeeded();
    await all(page);
    const ids = await page
      .locator('[data-facets]')
      .evaluateAll((items) => items.map((item) => item.dataset['id']));
    expect(ids.length).toBeGreaterThan(first);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await status(page).innerText()).toContain(String(ids.length));
  });

  test('narrows by two facets at once, as many as the facet announced', async () => {
    const page = await site.nextReader();
    await page.goto(site.at('/cases/'));
    await scriptsOf(page);
    const announcedFailures = await counted(page, '败');
    await value(page, '败').click();
    await all(page);
    const failures = await shown(page).count();
    expect(failures).toBe(announcedFailures);
    expect(failures).toBeLessThan(await page.locator('[data-facets]').count());
    const announced = await counted(page, '制造');
    await value(page, '制造').click();
    expect(await shown(page).count()).toBe(announced);
    expect(announced).toBeLessThan(failures);
    expect(await status(page).innerText()).toContain(String(announced));
    for (const facets of await shown(page).evaluateAll((items) =>
      items.map((item) => item.dataset['facets'] ?? ''),
    ))
      expect(facets.split(' ')).toEqual(
        expect.arrayContaining(['outcome:failure', 'industry:manufacturing']),
      );
  });

  test('keeps the choice in the address: it can be shared, gone back from and taken back', async () => {
    const page = await site.nextReader();
    await page.goto(site.at('/cases/?outcome=failure&industry=manufacturing'));
    await all(page);
    const both = await shown(page).count();
    const chosen = page.getByRole('list', { name: '已选' });
    expect(await chosen.getByRole('link').allInnerTexts()).toEqual(['败', '制造', '全部去掉']);
    await chosen.getByRole('link', { name: '制造' }).click();
    expect(await shown(page).count()).toBeGreaterThan(both);
    expect(new URL(page.url()).search).toBe('?outcome=failure');
    await page.goBack();
    await expect.poll(() => shown(page).count()).toBe(both);
    await chosen.getByRole('link', { name: '全部去掉' }).click();
    expect(await shown(page).count()).toBe(await page.locator('[data-facets]').count());
  });

  test('says when nothing answers', async () => {
    const page = await site.nextReader();
    await serveInParts(page);
    await page.goto(site.at('/cases/?industry=no-such-industry'));
    await all(page);
    expect(await shown(page).count()).toBe(0);
    expect(await status(page).innerText()).toContain('没有一则');
  });

  test('filters nothing while a part of the cases is missing', async () => {
    const page = await site.nextReader();
    await serveInParts(page);
    const refuse = (route: Route) => route.abort();
    await page.route('**/cases/all/', refuse);
    await page.goto(site.at('/cases/'));
    await scriptsOf(page);
    const first = await page.locator('[data-facets]').count();
    const announced = await counted(page, '制造');
    await value(page, '败').click();
    await status(page).getByText('没有取到').waitFor();
    expect(await shown(page).count()).toBe(first);
    expect(await counted(page, '制造')).toBe(announced);
    expect(await restLink(page).isVisible()).toBe(true);
    await page.unroute('**/cases/all/', refuse);
    await value(page, '制造').click();
    await all(page);
    expect(await shown(page).count()).toBeLessThan(announced);
  });

  test('opens its facets as a sheet on a phone', async () => {
    const page = await site.nextReader(phone);
    await page.goto(site.at('/cases/'));
    await scriptsOf(page);
    expect(await facets(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await value(page, '败').click();
    await all(page);
    await page.getByRole('button', { name: '看结果' }).click();
    expect(await facets(page).isVisible()).toBe(false);
    expect(await page.locator('[data-facets*="outcome:success"]:visible').count()).toBe(0);
  });

  test('leads to a register without a script', async () => {
    const page = await site.nextReader({ javaScriptEnabled: false });
    await page.goto(site.at('/cases/'));
    await value(page, '制造').click();
    await page.waitForURL(/\/cases\/by\/industry\/#manufacturing$/);
    expect(await page.locator('section[aria-labelledby="manufacturing"] li').count()).toBeGreaterThan(1);
  });
});

describe('a missing page', () => {
  test.for([
    ['/rules/客户需求/', '没有这一页', '客户需求', '目录'],
    ['/en/rules/1-2/', 'No such page', '1.2', 'Contents'],
  ] as const)('%s is answered in its language with a search', async ([path, title, words, contents]) => {
    const page = await site.nextReader();
    const response = await page.goto(site.at(path));
    expect(response?.status()).toBe(404);
    await page.locator('[data-search-state="done"]').first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([title]);
    await page.getByRole('button', { name: contents }).waitFor();
    expect(await page.title()).toContain(title);
    expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe(words);
    expect(
      await page.getByRole('main').locator('[data-search-results] [data-id]:visible').count(),
    ).toBeGreaterThan(0);
  });

  test('offers its search in both languages without a script', async () => {
    const page = await site.nextReader({ javaScriptEnabled: false });
    await page.goto(site.at('/nowhere/'));
    const main = page.getByRole('main');
    expect(await main.getByRole('searchbox').count()).toBe(2);
    await main.getByRole('searchbox').last().fill('trust');
    await main.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/\/en\/search\/\?q=trust$/);
  });
});
