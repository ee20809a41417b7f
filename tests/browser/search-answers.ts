import type { Locator, Page } from 'playwright-core';
import type { SearchPanel } from '../../src/client/search/panel.ts';
import { scriptsOf } from './site.ts';

/** A page that a search found; `book` is empty in a handbook's own search. */
interface SearchHit {
  type: string;
  id: string;
  book: string;
}

type SearchPageElement = HTMLElement & { panel: SearchPanel };

/** What the panel of an open search page answers to queries that are asked one after the other. */
export async function answersOf(
  page: Page,
  queries: readonly { typed: string }[],
): Promise<Map<string, SearchHit[]>> {
  await scriptsOf(page);
  const answers = await page.evaluate(
    async (all) => {
      const source = document.querySelector<SearchPageElement>('search-page')?.panel.source;
      const found: [string, SearchHit[]][] = [];
      for (const typed of all) {
        const asked = { typed, narrowing: {}, scope: {}, shown: Infinity, looking: false };
        const results = await source?.ask(asked, () => undefined);
        found.push([
          typed,
          (results?.hits ?? []).map(({ type, id, book }) => ({ type, id, book: book?.id ?? '' })),
        ]);
      }
      return found;
    },
    queries.map(({ typed }) => typed),
  );
  return new Map(answers);
}

/** Wait until a panel shows its answer to this text. The last one stays until then, as does that to the first letters. */
export const answered = (place: Page | Locator, typed: string): Promise<void> =>
  place.locator(`[data-search-state="done"][data-typed=${JSON.stringify(typed)}]`).waitFor();
