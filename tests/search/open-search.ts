import type { Page } from 'playwright-core';
import type { SearchPanel } from '../../src/client/search/panel.ts';
import { readEntries } from '../../src/search/build/read-entries.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { openSite, scriptsOf, type Site } from '../browser/site.ts';
import type { Searcher } from '../../samples/figures.ts';

/** The search page of the built site in the browser, and the entries that it ought to find. */
export interface BuiltSearch {
  site: Site;
  entries: SearchEntry[];
  /** The search of a page in one language, as its panel answers it, without showing anything. */
  searcher: (page: Page) => Searcher;
  close: () => Promise<void>;
}

type SearchPageElement = HTMLElement & { panel: SearchPanel };

export async function openBuiltSearch(): Promise<BuiltSearch> {
  const { contentDir, distDir } = siteEnvironment();
  const entries = await readEntries({ contentDir, distDir });
  const site = await openSite({ compress: true });
  return {
    site,
    entries,
    searcher: (page) => async (typed) => {
      await scriptsOf(page);
      return await page.evaluate(async (text) => {
        const asked = { typed: text, narrowing: {}, scope: {}, shown: Infinity, looking: false };
        const source = document.querySelector<SearchPageElement>('search-page')?.panel.source;
        const results = await source?.ask(asked, () => undefined);
        return (results?.hits ?? []).map(({ type, id }) => `${type}/${id}`);
      }, typed);
    },
    close: () => site.close(),
  };
}

/** A page in a browser without word segmentation, such as old in-app web views. */
export async function withoutSegmenter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Intl, 'Segmenter');
  });
}
