import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { openSite, scriptsOf, type Site } from './site.ts';
import { must } from '../../src/lib/must.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const { distDir } = siteEnvironment();
const handbook = JSON.parse(readFileSync(join(distDir, 'handbook.json'), 'utf8')) as {
  rules: { id: string; permalink: string; title: { zh: string } }[];
};
const [rule] = handbook.rules;
const code = (text: string) => /\/r\/([^/]+)\//.exec(text)?.[1];
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function openMenu(): Promise<Page> {
  const page = await site.newReader();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.at(`/rules/${must(rule).id}/`));
  await scriptsOf(page);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  return page;
}

test('copies the permanent link, and says so', async () => {
  const page = await openMenu();
  await page.getByRole('button', { name: '复制永久链接' }).click();
  await page.getByRole('status').getByText('已复制').waitFor();
  expect(code(await copied(page))).toBe(must(rule).permalink);
});

test('copies the title as a link to it', async () => {
  const page = await openMenu();
  await page.getByRole('button', { name: '复制为带链接的文字' }).click();
  await page.getByRole('status').getByText('已复制').waitFor();
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await (await item?.getType('text/html'))?.text()) ?? '';
  });
  expect(html).toContain(must(rule).title.zh);
  expect(code(html)).toBe(must(rule).permalink);
});

test('copies a link to a paragraph, which leads there', async () => {
  const page = await openMenu();
  await page.getByRole('button', { name: '分享某一段' }).click();
  await page.locator('.paragraph-link').nth(1).click();
  await page.locator('.paragraph-link').nth(1).getByText('✓').waitFor();
  const hash = new URL(await copied(page)).hash;
  expect(hash).toMatch(/^#p-/);
  expect(await page.locator(decodeURIComponent(must(hash.split(':~:')[0]))).count()).toBe(1);
});
