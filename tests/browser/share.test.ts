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
/** For a reader whose clipboard a test may look into. */
const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function openMenu(): Promise<Page> {
  const page = await site.nextReader(withClipboard);
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
  expect(html).toContain(` ${must(rule).title.zh}</b></a><br>`);
  expect(code(html)).toBe(must(rule).permalink);
  await page.getByRole('button', { name: '复制嵌入代码' }).click();
  await expect.poll(() => copied(page)).toMatch(/^<iframe src="[^"]+\/embed\/rules\/[\d-]+\/" title="/);
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

test('what is pressed before the menu’s script has come is answered when it comes', async () => {
  const page = await site.nextReader(withClipboard);
  const { promise: sent, resolve: send } = Promise.withResolvers<undefined>();
  await page.route('**/_astro/share.*.js', async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto(site.at(`/rules/${must(rule).id}/`));
  await scriptsOf(page);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('button', { name: '复制永久链接' }).click();
  send(undefined);
  await page.getByRole('status').getByText('已复制').waitFor();
  expect(code(await copied(page))).toBe(must(rule).permalink);
});

test('a script that does not come is asked for again; if it fails, that is said, and the next press tries anew', async () => {
  const page = await site.nextReader();
  let asked = 0;
  await page.route('**/_astro/share.*.js*', (route) => {
    asked += 1;
    return route.abort('internetdisconnected');
  });
  await page.goto(site.at(`/rules/${must(rule).id}/`));
  await scriptsOf(page);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('status').getByText('没有取到').waitFor();
  expect(asked).toBeGreaterThan(1);
  await page.unroute('**/_astro/share.*.js*');
  await page.getByRole('button', { name: '分享某一段' }).click();
  await page.locator('.paragraph-link').first().waitFor();
});

test('words on both sides of a term, selected backwards: the link names their paragraph and all of them', async () => {
  const page = await site.nextReader(withClipboard);
  await page.goto(site.at('/rules/01-02/'));
  await scriptsOf(page);
  const selected = await page.evaluate(() => {
    const terms = [...document.querySelectorAll('.prose p > a.term')].filter(
      ({ previousSibling, nextSibling }) =>
        (previousSibling?.textContent ?? '').length > 6 && (nextSibling?.textContent ?? '').length > 6,
    );
    const term = terms.at(-1);
    const [before, after] = [term?.previousSibling, term?.nextSibling];
    if (!before || !after) throw new Error('Expected a term amid a paragraph.');
    getSelection()?.setBaseAndExtent(after, 5, before, (before.textContent ?? '').length - 5);
    return { id: term?.parentElement?.id, words: getSelection()?.toString() ?? '' };
  });
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('button', { name: '复制选中文字的链接' }).click();
  await page.getByRole('status').getByText('已复制').waitFor();
  const [, hash = ''] = (await copied(page)).split('#');
  expect(hash).toBe(`${must(selected.id)}:~:text=${encodeURIComponent(selected.words)}`);
});

test('of paragraphs selected from the last to the first, the link names the first', async () => {
  const page = await site.nextReader(withClipboard);
  await page.goto(site.at('/rules/01-02/'));
  await scriptsOf(page);
  const first = await page.evaluate(() => {
    const [one, , three] = document.querySelectorAll('.prose > p[id^="p-"]');
    if (!one || !three) throw new Error('Expected three paragraphs.');
    getSelection()?.setBaseAndExtent(three, 1, one, 0);
    return one.id;
  });
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('button', { name: '复制选中文字的链接' }).click();
  await page.getByRole('status').getByText('已复制').waitFor();
  expect(await copied(page)).toContain(`#${first}:~:text=`);
});
