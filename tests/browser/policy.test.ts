import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pageTypes } from '../../scripts/audit/page-types.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { answered } from './search-answers.ts';
import { openSite, scriptsOf, type Site } from './site.ts';

let site: Site;
/** A page that notes everything that its policy refuses, and every request to another origin. */
let page: Page;
let refused: string[];
beforeAll(async () => {
  site = await openSite();
  page = await site.newReader();
  refused = [];
  await page.exposeFunction('noteRefusal', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (globalThis as unknown as { noteRefusal: (what: string) => void }).noteRefusal(
        `${location.pathname}: ${violatedDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  page.on('pageerror', ({ message }) => refused.push(message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.at('/')) && !url.startsWith('data:')) refused.push(`asked for ${url}`);
  });
});
afterAll(() => site.close());
beforeEach(() => {
  refused.length = 0;
});

test('no page of any type, one after the other in either language, asks for what its policy refuses', async () => {
  for (const [index, path] of Object.values(pageTypes).entries()) {
    // The policy and the scripts of a type are the same in both languages.
    await page.goto(site.at(index % 2 === 0 && path.endsWith('/') ? `/en${path}` : path));
    if (!path.includes('embed')) await scriptsOf(page);
  }
  expect(refused).toEqual([]);
});

test('search in both languages, the case library, the share menu and a wrong address run under the policy', async () => {
  await page.goto(site.at('/en/rules/01-01/'));
  await scriptsOf(page);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('customers');
  await answered(page, 'customers');
  await page.goto(site.at('/search/?q=客户'));
  await answered(page, '客户');
  await page.goto(site.at('/en/no-such-page/'));
  await scriptsOf(page);
  await page.goto(site.at('/cases/'));
  await scriptsOf(page);
  await page.getByRole('searchbox').first().fill('电信');
  await answered(page.locator('case-search'), '电信');
  await page.goto(site.at('/rules/01-01/'));
  await scriptsOf(page);
  await page.locator('[popovertarget=share]').first().click();
  await page.locator('[data-paragraphs]').click();
  await expect.poll(() => page.locator('.paragraph-link').count()).toBeGreaterThan(0);
  expect(refused).toEqual([]);
});

test('the policy holds: a script put into a page later does not run', async () => {
  await page.goto(site.at('/rules/01-01/'));
  const attacks = [
    "document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = `ran`' }))",
    "document.body.setAttribute('onclick', 'document.title = `ran`'), document.body.click()",
    "document.body.innerHTML = '<img src=x onerror=document.title=`ran`>'",
    "location.href = 'javascript:document.title = `ran`'",
  ];
  for (const attack of attacks) await page.evaluate(attack).catch(() => undefined);
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  expect(await page.title()).not.toBe('ran');
});

test('a permanent address leads on under its policy and keeps the paragraph that it names', async () => {
  await page.goto(site.at('/rules/01-01/'));
  const paragraph = await page.locator('main p[id^="p-"]').first().getAttribute('id');
  const permanent = /\/r\/\w+\//.exec(await page.content())?.[0] ?? '';
  // As a host answers that knows no redirects: with the page itself.
  const leading = await readFile(join(siteEnvironment().distDir, permanent, 'index.html'), 'utf8');
  await page.route(`**${permanent}`, (route) => route.fulfill({ body: leading, contentType: 'text/html' }));
  await page.goto(site.at(`${permanent}#${paragraph ?? ''}`));
  await page.waitForURL(site.at(`/rules/01-01/#${paragraph ?? ''}`));
  expect(refused).toEqual([]);
});
