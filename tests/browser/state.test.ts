import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, scriptsOf, type Site } from './site.ts';
import { must } from '../../src/lib/must.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const rule = '/rules/01-02/';
const store = (page: Page, values: Record<string, string>) =>
  page.evaluate((stored) => {
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
  }, values);

describe('two tabs', () => {
  test('show each other’s bookmarks, and neither undoes the other’s choices', async () => {
    const one = await site.newReader();
    await one.goto(site.at(rule));
    await scriptsOf(one);
    const other = await one.context().newPage();
    await other.goto(site.at(rule));
    await scriptsOf(other);
    await other.getByRole('button', { name: '加书签' }).click();
    await one.locator('[data-bookmark][aria-pressed=true]').waitFor();
    await one.getByRole('button', { name: '版式' }).click();
    await one.getByRole('radio', { name: '墨底' }).check();
    await other.locator('html[data-theme=dark]').waitFor();
    await other.getByRole('button', { name: '版式' }).click();
    await other.getByRole('radio', { name: '特大' }).check();
    await one.locator('html[data-size=xl]').waitFor();
    expect(await one.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});

test('full storage is said when a reader asks to keep something', async () => {
  const page = await site.newReader();
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(site.at(rule));
  await scriptsOf(page);
  await page.getByRole('button', { name: '加书签' }).click();
  await page.getByRole('status').getByText('没有记下来').waitFor();
  expect(await page.locator('[data-bookmark]').getAttribute('aria-pressed')).toBe('false');
});

test.for([
  ['lists of the wrong things', '[null,7,["x"],{"path":"javascript:alert(1)","number":"","zh":"x"}]'],
  ['objects of the wrong things', '{"entry":null,"theme":{},"01-02":7,"01-01":null}'],
])('stored values of another shape harm nothing: %s', async ([, value]) => {
  const page = await site.nextReader();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await store(
    page,
    Object.fromEntries(
      ['bookmarks', 'place', 'ticks', 'comfort', 'keys', 'searches'].map((key) => [key, must(value)]),
    ),
  );
  for (const path of ['/', rule, '/search/', '/bookmarks/']) {
    await page.goto(site.at(path));
    await scriptsOf(page);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
  }
  expect(errors).toEqual([]);
});

test('Back to a list of results shows as many of them, where the reader was', async () => {
  const page = await site.nextReader();
  await page.goto(site.at('/search/?q=客户'));
  const hits = page.locator('[data-search-results] li');
  await hits.nth(8).waitFor();
  await page.getByRole('button', { name: /^再看/ }).click();
  // The first of the new ones has the focus, which scrolls to it.
  await expect
    .poll(async () => await hits.nth(10).evaluate((hit) => hit.contains(document.activeElement)))
    .toBe(true);
  const before = await hits.count();
  const link = hits.nth(15).getByRole('link').first();
  // By keyboard: excerpts that come into view as the list scrolls would move the link away from a mouse.
  await link.focus();
  await hits.nth(15).locator('.excerpt:not(:empty)').first().waitFor();
  await page.evaluate(() => {
    addEventListener(
      'click',
      () => {
        sessionStorage.setItem('clicked at', String(scrollY));
      },
      true,
    );
  });
  await link.press('Enter');
  await page.waitForURL(/\/(?:rules|cases|chapters|glossary)\//);
  const scrolled = await page.evaluate(() => Number(sessionStorage.getItem('clicked at')));
  expect(scrolled).toBeGreaterThan(300);
  await page.goBack();
  await hits.nth(18).waitFor();
  expect(await hits.count()).toBe(before);
  await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(60);
});

test('the box over the cases waits for the end of a composition', async () => {
  const page = await site.nextReader();
  const { promise: sent, resolve: send } = Promise.withResolvers<undefined>();
  await page.route('**/_astro/panel.*.js', async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto(site.at('/cases/'));
  await scriptsOf(page);
  const box = page.getByRole('searchbox', { name: '在案例里搜索' });
  await box.focus();
  await box.evaluate((input: HTMLInputElement) => {
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.value = 'ke hu';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  const come = page.waitForResponse(/\/panel\.[^/]*\.js$/);
  send(undefined);
  await come;
  await page.waitForTimeout(300);
  expect(await page.locator('case-library').isVisible()).toBe(true);
  await box.evaluate((input: HTMLInputElement) => {
    input.value = '客户';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  await page.locator('case-search [data-search-results] li').first().waitFor();
});

test('the Enter that ends a composition opens no result, though a browser reports it as a plain key', async () => {
  const page = await site.nextReader();
  await page.goto(site.at('/search/?q=1.2'));
  await page.locator('[data-search-results] li').first().waitFor();
  const prevented = await page.getByRole('searchbox', { name: '搜索' }).evaluate((input) => {
    const enter = new KeyboardEvent('keydown', {
      key: 'Enter',
      keyCode: 229,
      bubbles: true,
      cancelable: true,
    } as KeyboardEventInit);
    return !input.dispatchEvent(enter);
  });
  expect(prevented).toBe(true);
  await page.waitForTimeout(300);
  expect(page.url()).toContain('/search/');
});
