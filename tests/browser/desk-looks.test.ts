import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { themes } from '../../scripts/audit/page-types.ts';
import { readFileSync } from 'node:fs';
import { projectRoot } from '../../scripts/lib/environment.ts';
import { must } from '../../src/lib/must.ts';
import { DeskSite, type DeskWindow } from './desk-window.ts';

const site = new DeskSite();
beforeAll(async () => {
  await site.open();
  site.layText('looks', readFileSync(`${projectRoot}/tests/fixtures/desk/noisy/source.txt`, 'utf8'));
});
afterAll(() => site.close());

/** Keys that open each panel, on a line of a case with a finding chosen. */
const panels = {
  entry: 't',
  divisions: 'v',
  term: 'g',
  book: 'b',
  translations: 'l',
  all: '?',
  find: 'f',
  alike: 'Alt+2',
  within: 'Shift+X',
};

/** What axe finds in these themes: in all of the desk, or in the panel that is open. */
async function findIn(
  { page }: DeskWindow,
  where: 'html' | 'dialog',
  seen: readonly (typeof themes)[number][],
): Promise<string[]> {
  const found: string[] = [];
  for (const [at, theme] of seen.entries()) {
    const results = await page.evaluate(
      async ([theme, place, first]) => {
        document.documentElement.dataset['theme'] = theme;
        const { run } = (
          globalThis as unknown as { axe: { run: (root: unknown, options: object) => Promise<AxeResults> } }
        ).axe;
        // A theme changes nothing but colours.
        const colours = { runOnly: ['color-contrast'] };
        const all = { rules: { 'target-size': { enabled: true } } };
        const options = {
          resultTypes: ['violations'],
          iframes: false,
          ...(first ? all : colours),
        };
        return await run(place === 'html' ? document : document.querySelector(place), options);
      },
      [theme, where, at === 0] as const,
    );
    for (const { id, help, nodes } of results.violations)
      found.push(`${theme} ${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }
  return found;
}

// Neither the language nor the width changes a colour: over all of them every theme meets all the rest.
test.for([
  ['zh', 1280, themes],
  ['en', 1280, ['dark']],
  ['zh', 390, ['sepia']],
  ['en', 390, ['light']],
] as const)('axe finds nothing on the desk and in its panels: %s, %i px, %s', async ([lang, width, seen]) => {
  const window = await site.window('looks', lang, 'light', width);
  await window.page.evaluate(axe.source);
  await window.press('j');
  await window.go(51);
  expect(await findIn(window, 'html', seen)).toEqual([]);
  // English panels differ in their words alone, which one table has for both languages.
  for (const [at, [name, key]] of Object.entries(lang === 'zh' && width > 1000 ? panels : {}).entries()) {
    await window.press(key);
    await window.page.getByRole('dialog').waitFor();
    // Panels are of the same parts: each theme meets each part in one of them.
    expect(await findIn(window, 'dialog', [must(themes[at % themes.length])]), name).toEqual([]);
    await window.press('Escape');
  }
  // Nothing is wider than the window.
  expect(await window.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await window.close();
});
