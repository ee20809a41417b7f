import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import type { themes } from './page-types.ts';

export interface AxeTarget {
  url: string;
  theme: (typeof themes)[number];
  /** CSS pixels. */
  width: number;
}

/** What axe finds on a page in a theme at a width: one line a rule that is broken, with the first elements. */
export async function findViolations(browser: Browser, { url, theme, width }: AxeTarget): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.addInitScript((chosen) => {
      localStorage.setItem('theme', chosen);
    }, theme);
    await page.goto(url);
    await page.evaluate(axe.source);
    const results = await page.evaluate(
      async () => await (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    return results.violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} — ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(', ')}`,
    );
  } finally {
    await context.close();
  }
}
