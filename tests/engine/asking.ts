import { searchTables } from '../../src/search/build/tables.ts';
import { readSynonyms } from '../../src/edition/vocabulary.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { answerFromEngine } from '../../src/search/engine/answer.ts';
import { Engine, type Ask } from '../../src/search/engine/ask.ts';
import { pageSize } from '../../src/search/engine/names.ts';
import type { IndexLanguage } from '../../src/search/format/files.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import type { SynonymGroups } from '../../src/search/format/tables.ts';
import type { Searcher } from '../../samples/figures.ts';

/** Results that a test reads of a query at most. */
const readOfOne = 400;

/** Search as a page in a language does, and read all results. */
export function engineSearcher(
  ask: Ask,
  entries: readonly SearchEntry[],
  page: IndexLanguage,
  synonyms: SynonymGroups = readSynonyms(siteEnvironment().contentDir),
  book?: string,
): Searcher {
  const engine = new Engine(ask, book);
  const tables = searchTables(entries, synonyms);
  return async (typed) => {
    const names = new Set<string>();
    for (let from = 0; from < readOfOne; from += pageSize) {
      const answer = await answerFromEngine(typed, engine, () => Promise.resolve(tables), page, { from });
      if (!answer) break;
      for (const { type, entry } of answer.results.hits) names.add(`${type}/${entry}`);
      if (from + pageSize >= answer.results.total) break;
    }
    return [...names];
  };
}
