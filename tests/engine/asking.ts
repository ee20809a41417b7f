import { searchTables } from '../../src/search/build/tables.ts';
import { readSynonyms } from '../../src/edition/vocabulary.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { answerFromEngine } from '../../src/search/engine/answer.ts';
import { Engine, type Ask } from '../../src/search/engine/ask.ts';
import { pageSize, searchAlias, searchTemplates } from '../../src/search/engine/names.ts';
import type { IndexLanguage } from '../../src/search/format/files.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import type { SynonymGroups } from '../../src/search/format/tables.ts';
import type { Searcher } from '../../samples/figures.ts';

/** Results that a test reads of a query at most. */
const readOfOne = 400;

/** Ask a cluster's stored searches directly. A node that does not answer is passed over for the next. */
export const askCluster =
  (urls: readonly string[]): Ask =>
  async (template, params) => {
    for (const url of urls) {
      const response = await fetch(`${url}/${searchAlias}/_search/template`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: searchTemplates[template], params }),
      }).catch(() => undefined);
      if (response === undefined) continue;
      const text = await response.text();
      if (!response.ok) throw new Error(`${template} answered ${response.status}: ${text.slice(0, 400)}`);
      return JSON.parse(text) as unknown;
    }
    throw new Error('No node answers.');
  };

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
