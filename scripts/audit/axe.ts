import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { themes, widths } from './page-types.ts';

/** A look at a page: in a theme, at a width in CSS pixels. */
export interface Look {
  theme: (typeof themes)[number];
  width: (typeof widths)[number];
}

/** Open a page for `findViolations`: its scripts have come, if it has any. */
export async function openWhole(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(':root:not([data-js=""])').waitFor();
}

/**
 * What axe finds on an open page in each look: one line a rule that is broken, with the first elements. A theme is set
 * as the reader's choice sets it.
 */
export async function findViolations(page: Page, looks: readonly Look[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const { theme, width } of looks) {
    await page.setViewportSize({ width, height: 900 });
    const results = await page.evaluate(async (chosen) => {
      document.documentElement.dataset['theme'] = chosen;
      const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe
        .run;
      return await run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    }, theme);
    for (const { id, help, nodes } of results.violations) {
      const where = nodes.slice(0, 3).map(({ target }) => target.join(' '));
      found.push(`${theme} ${String(width)}px  ${id}: ${help} — ${where.join(', ')}`);
    }
  }
  return found;
}
