import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { sheetsOf } from './printed.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const { distDir } = siteEnvironment();

/** The rules with most text in a language, longest first. */
function longestRules(tree: string, count: number): string[] {
  const length = (id: string) => {
    const html = readFileSync(join(distDir, tree, 'rules', id, 'index.html'), 'utf8');
    return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<[^>]*>/g, '').length;
  };
  const ids = readdirSync(join(distDir, tree, 'rules')).filter((id) => /^[\d-]+$/.test(id));
  const weighed = ids.map((id) => ({ id, length: length(id) }));
  return weighed
    .sort((a, b) => b.length - a.length)
    .slice(0, count)
    .map(({ id }) => `/${tree}rules/${id}/`);
}

test.for([...longestRules('', 2), ...longestRules('en/', 1)])(
  'one of the longest rules, %s, prints on two sheets of A4, with its QR code and its permanent address',
  async (path) => {
    const page = await site.newReader();
    await page.goto(site.at(path));
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
    const sheets = await sheetsOf(pdf);
    expect(sheets).toHaveLength(2);
    const address = /\/r\/\w+\/$/;
    expect(sheets[1]?.filter(({ text }) => address.test(text))).toHaveLength(1);
    // Neighbours, related rules, menus and the site's own head and foot stay on the screen.
    const printed = sheets
      .flat()
      .map(({ text }) => text)
      .join('\n');
    for (const chrome of ['相近的法则', '上一条', '加书签', 'Relatedrules', 'Nextrule', 'Bookmark'])
      expect(printed).not.toContain(chrome);
    await page.emulateMedia({ media: 'print' });
    const code = page.locator('.on-paper img');
    await code.scrollIntoViewIfNeeded();
    await expect
      .poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await page.context().close();
  },
);
