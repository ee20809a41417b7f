import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readIndexedEntries } from '../../src/search/load/read-index.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { answersOf } from '../browser/search-answers.ts';
import { openSite, type Site } from '../browser/site.ts';
import type { Searcher } from '../../samples/figures.ts';
import { must } from '../../src/lib/must.ts';

/** The search page of the built site in the browser, and the entries that it ought to find. */
export interface BuiltSearch {
  site: Site;
  entries: SearchEntry[];
  /**
   * The search of a page in one language, as its panel answers it, without showing anything.
   * @param queries are asked one after the other within the page: calling into a browser takes longer than a search
   */
  searcher: (page: Page, queries: readonly { typed: string }[]) => Promise<Searcher>;
  close: () => Promise<void>;
}

/** @param options `compress` where a test weighs what is sent */
export async function openBuiltSearch(options: { compress?: boolean } = {}): Promise<BuiltSearch> {
  const { distDir } = siteEnvironment();
  // From the texts of the index, which are those of the content (tests/site/index-entries.test.ts) and read in no time.
  const entries = await readIndexedEntries((path) => readFile(join(distDir, path)));
  const site = await openSite(options);
  return {
    site,
    entries,
    searcher: async (page, asked) => {
      const answers = await answersOf(page, asked);
      return (typed) => Promise.resolve(must(answers.get(typed)).map(({ type, id }) => `${type}/${id}`));
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
