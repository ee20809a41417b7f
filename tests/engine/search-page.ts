import type { Page } from 'playwright-core';
import type { Site } from '../browser/site.ts';

/** What a search page shows. */
export interface ShownPanel {
  ids: string[];
  count: number;
  relaxed: string | null;
  /** The sentence above the results. */
  text: string;
  /** Buttons of the types, with their counts. */
  types: string[];
  excerpts: string[];
}

/** A search page in a language. `offline`: the engine can't be reached from it. */
export async function openPanel(
  site: Site,
  language: 'zh' | 'en',
  engine: string,
  offline = false,
): Promise<{ page: Page; search: (typed: string) => Promise<ShownPanel> }> {
  const page = await site.newReader();
  if (offline) await page.route(`${engine}**`, (route) => route.abort());
  await page.goto(site.at(language === 'en' ? '/en/search/' : '/search/'));
  const box = page.getByRole('searchbox', { name: language === 'en' ? 'Search' : '搜索' });
  return {
    page,
    search: async (typed) => {
      await box.fill('');
      await page.locator('[data-search-state="idle"]').waitFor({ state: 'attached' });
      await box.fill(typed);
      await page.locator('[data-search-state="done"]').waitFor();
      // Excerpts come with their texts.
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[data-search-results] > li > .excerpt')]
          .slice(0, 3)
          .every((excerpt) => excerpt.textContent !== ''),
      );
      return await read(page);
    },
  };
}

const read = (page: Page): Promise<ShownPanel> =>
  page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((each) => each.textContent);
    const status = document.querySelector<HTMLElement>('[data-search-state]');
    return {
      ids: [...document.querySelectorAll<HTMLElement>('[data-search-results] li')].map(
        (item) => `${item.dataset['type'] ?? ''}/${item.dataset['id'] ?? ''}`,
      ),
      count: Number(status?.dataset['count']),
      relaxed: status?.dataset['relaxed'] ?? null,
      text: status?.textContent ?? '',
      types: [...document.querySelectorAll<HTMLElement>('.types:not([hidden]) button')].map(
        (button) => button.textContent,
      ),
      excerpts: texts('[data-search-results] li > .excerpt').slice(0, 3),
    };
  });
