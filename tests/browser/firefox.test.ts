import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { serveDirectory, type StaticServer } from '../../scripts/preview/static-server.ts';
import { complaintsOf, firefoxPath, launchFirefox } from './firefox.ts';
import { sheetsOf } from './printed.ts';

const rule = '/rules/01-02/';

describe.skipIf(firefoxPath === undefined)('in Firefox (skipped where there is none)', () => {
  let server: StaticServer;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    const { distDir, base } = siteEnvironment();
    server = await serveDirectory({ directory: distDir, port: 0, base, compress: false, offline: false });
    browser = await launchFirefox();
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    complaints = complaintsOf(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const open = async (path: string) => {
    await page.goto(server.url.slice(0, -1) + path);
    await page.waitForSelector('html[data-js=ready]');
  };
  const text = (selector: string) => page.$eval(selector, (element) => element.textContent.trim());

  test('every kind of page comes to life and complains of nothing', async () => {
    for (const path of [
      '/',
      '/chapters/01/',
      rule,
      '/cases/01-02-1/',
      '/cases/',
      '/downloads/',
      '/en/rules/01-02/',
    ])
      await open(path);
    expect(complaints).toEqual([]);
  });

  test('the contents open and lead on, a term is explained beside it, a bookmark is kept', async () => {
    await page.setViewport({ width: 400, height: 800 });
    await open(rule);
    await page.click('[popovertarget=contents]');
    await page.waitForSelector('#contents:popover-open');
    await page.click('#contents a[href$="/chapters/03/"]');
    await page.waitForSelector('main[data-kind=chapter][data-chapter="03"]');
    await page.setViewport({ width: 1280, height: 900 });
    await open(rule);
    await page.click('.prose a.term');
    await page.waitForSelector('.term-note:popover-open');
    await page.keyboard.press('Escape');
    await page.click('[data-bookmark]');
    await open(rule);
    await page.waitForSelector('[data-bookmark][aria-pressed=true]');
    expect(complaints).toEqual([]);
  });

  test.for([
    [rule, '客户', '客户'],
    [rule, 'kehu', '客户'],
    ['/en/rules/01-02/', 'customers', 'customer'],
  ] as const)(
    'the search on %s finds %s, and the page it leads to marks it',
    async ([path, typed, marked]) => {
      await open(path);
      await page.keyboard.press('/');
      await page.waitForSelector('dialog[open] input[type=search]');
      await page.keyboard.type(typed);
      await page.waitForSelector('dialog[open] [data-search-state=done]');
      // Results of the first letters are replaced by those of the whole word.
      const result = page.locator(
        `dialog[open] [data-search-results] a[href*="mark=${encodeURIComponent(marked)}"]`,
      );
      await Promise.all([page.waitForNavigation(), result.click()]);
      await page.waitForFunction(
        (text) =>
          [...document.querySelectorAll('main mark')].some((mark) =>
            mark.textContent.toLowerCase().includes(text),
          ),
        {},
        marked,
      );
      expect(complaints).toEqual([]);
    },
  );

  test('the share menu copies', async () => {
    await open(rule);
    await page.click('[data-share] > button');
    await page.waitForSelector('#share:popover-open');
    await page.click('#share [data-copy]');
    await page.waitForFunction(() => document.querySelector('#share [role=status]')?.textContent !== '');
    expect(await text('#share [role=status]')).toBe('已复制');
    expect(complaints).toEqual([]);
  });

  test('words on both sides of a term are found as one, and a link to them leads there', async () => {
    await open(rule);
    const words = await page.evaluate(() => {
      const [term] = document.querySelectorAll('.prose .case p > a.term');
      const [before, after] = [
        term?.previousSibling?.textContent ?? '',
        term?.nextSibling?.textContent ?? '',
      ];
      return before.slice(-5) + (term?.textContent ?? '') + after.slice(0, 5);
    });
    const found = await page.evaluate(
      (text) => (window as unknown as { find: (text: string) => boolean }).find(text),
      words,
    );
    expect(found).toBe(true);
    await page.goto('about:blank');
    await open(`${rule}#:~:text=${encodeURIComponent(words)}`);
    await page.waitForFunction(() => scrollY > 100);
  });

  test('the cases print without a line that is cut between two sheets', async () => {
    await open('/cases/');
    // As many cases as fill some sheets.
    await page.$$eval('[data-case-group]', (groups) => {
      for (const group of groups.slice(6)) group.remove();
    });
    const sheets = await sheetsOf(await page.pdf({ format: 'A4' }));
    expect(sheets.length).toBeGreaterThan(3);
    for (const [number, lines] of sheets.entries()) {
      // A line that is cut is drawn on both sheets, and lies in the margins.
      expect(lines[0]?.text, `sheet ${String(number + 1)}`).not.toBe(sheets[number - 1]?.at(-1)?.text);
      expect(Math.min(...lines.map(({ above }) => above)), `sheet ${String(number + 1)}`).toBeGreaterThan(48);
    }
    // The first sheet begins with the list, not with an empty rest; a wide face sets fewer lines.
    expect(sheets[0]?.length).toBeGreaterThan(10);
  });

  test('a rule prints on two sheets', async () => {
    await open('/rules/01-01/');
    expect(await sheetsOf(await page.pdf({ format: 'A4' }))).toHaveLength(2);
  });
});
