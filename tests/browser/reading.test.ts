import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, phone, scriptsOf, type Site } from './site.ts';
import { must } from '../../src/lib/must.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const rule = '/rules/01-02/';

describe('what a reader chooses stays on the device', () => {
  test('paper and text size, from the first paint on', async () => {
    const page = await site.nextReader();
    await page.goto(site.at(rule));
    await scriptsOf(page);
    await page.getByRole('button', { name: '版式' }).click();
    await page.getByRole('radio', { name: '墨底' }).check();
    await page.getByRole('radio', { name: '特大' }).check();
    await page.goto(site.at('/en/rules/01-03/'), { waitUntil: 'commit' });
    await page.waitForSelector('h1');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('html').getAttribute('data-size')).toBe('xl');
    await scriptsOf(page);
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('radio', { name: 'System' }).check();
    await page.reload();
    await scriptsOf(page);
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
  });

  test('ticks of a checklist', async () => {
    const page = await site.nextReader();
    await page.goto(site.at(rule));
    const boxes = page.getByRole('region', { name: '自查' }).getByRole('checkbox');
    await boxes.nth(1).check();
    await scriptsOf(page);
    await page.reload();
    await scriptsOf(page);
    expect(await boxes.nth(0).isChecked()).toBe(false);
    expect(await boxes.nth(1).isChecked()).toBe(true);
  });

  test('bookmarks, listed on the first page until removed there', async () => {
    const page = await site.nextReader();
    await page.goto(site.at(rule));
    await scriptsOf(page);
    await page.getByRole('button', { name: '加书签' }).click();
    await page.goto(site.at('/'));
    await scriptsOf(page);
    const shelf = page.getByRole('region', { name: '书签' });
    expect(await shelf.getByRole('listitem').getByRole('link').getAttribute('href')).toContain(rule);
    await shelf.getByRole('button', { name: '移除' }).click();
    expect(await shelf.getByRole('listitem').count()).toBe(0);
    await page.goto(site.at(rule));
    await scriptsOf(page);
    expect(await page.locator('[data-bookmark]').getAttribute('aria-pressed')).toBe('false');
  });

  test('the paragraph where reading stopped', async () => {
    const page = await site.nextReader();
    await page.goto(site.at(rule));
    await scriptsOf(page);
    await page.evaluate(() => {
      scrollTo(0, 1400);
    });
    await page.goto(site.at('/'));
    await scriptsOf(page);
    const href = await page.getByRole('region', { name: '接着读' }).getByRole('link').getAttribute('href');
    expect(href).toMatch(/\/rules\/01-02\/#p-[a-z0-9]+$/);
  });

  test('nothing, and without an error, where storage is refused', async () => {
    const page = await site.newReader();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(site.at(rule));
    await page.getByRole('button', { name: '加书签' }).click();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/rules/01-03/');
    expect(errors).toEqual([]);
  });
});

describe('turning pages', () => {
  test('arrow keys lead to the neighbours, but not while typing', async () => {
    const page = await site.nextReader();
    await page.goto(site.at(rule));
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/rules/01-03/');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(`**${rule}`);
    await page.goto(site.at('/'));
    const box = page.getByRole('searchbox', { name: '搜索' });
    await box.fill('客户');
    await box.press('ArrowLeft');
    await box.press('?');
    expect(await box.inputValue()).toBe('客?户');
  });

  test('? lists the keys, and single keys can be turned off there', async () => {
    const page = await site.nextReader();
    await page.goto(site.at(rule));
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: '键盘快捷键' });
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('b');
    expect(await page.locator('[data-bookmark]').getAttribute('aria-pressed')).toBe('false');
    await page.keyboard.press('?');
    expect(await dialog.isVisible()).toBe(false);
  });
});

test('the other language opens at the paragraph being read', async () => {
  const page = await site.nextReader();
  await page.goto(site.at(rule));
  await scriptsOf(page);
  await page.evaluate(() => {
    scrollTo(0, 1400);
  });
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL('**/en/rules/01-02/#p-*');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(400);
});

test('copied text is the text alone, terms included', async () => {
  const page = await site.nextReader();
  await page.goto(site.at(rule));
  const { copied, whole } = await page.evaluate(() => {
    const paragraph = document.querySelector('.prose p:has(.term)');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
    return { copied: getSelection()?.toString(), whole: paragraph?.textContent ?? 'no such paragraph' };
  });
  expect(copied).toBe(whole);
});

describe('without scripts', () => {
  test('a term is explained in place', async () => {
    const page = await site.nextReader({ javaScriptEnabled: false });
    await page.goto(site.at(rule));
    const term = page.locator('.prose .term').first();
    const note = page.locator(must(await term.getAttribute('href')));
    expect(await note.isVisible()).toBe(false);
    await term.click();
    expect(await note.isVisible()).toBe(true);
  });

  test('the contents open on a phone and lead on', async () => {
    const page = await site.nextReader({ ...phone, javaScriptEnabled: false });
    await page.goto(site.at(rule));
    await page.getByRole('button', { name: '目录', exact: true }).click();
    await page.getByRole('navigation', { name: '目录' }).locator('a[href$="/chapters/03/"]').click();
    await page.waitForURL('**/chapters/03/');
  });

  test('nothing is offered that only a script can do', async () => {
    const page = await site.nextReader({ javaScriptEnabled: false });
    await page.goto(site.at(rule));
    expect(await page.locator('.needs-js:visible').count()).toBe(0);
  });
});

describe('at 320 pixels with the largest text', () => {
  test.for(['/', rule, '/chapters/01/', '/cases/01-02-1/', '/bookmarks/'])(
    '%s needs no sideways scrolling',
    async (path) => {
      for (const prefix of ['', '/en']) {
        const page = await site.nextReader({ viewport: { width: 320, height: 700 } });
        await page.evaluate(() => {
          localStorage.setItem('comfort', '{"size":"xl"}');
        });
        await page.goto(site.at(prefix + path));
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, prefix + path).toBeLessThanOrEqual(0);
      }
    },
  );
});
