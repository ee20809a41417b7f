import { isChineseHead, isFacetTable, isSearchTables } from '../format/guards.ts';
import type { FacetLabels } from '../format/records.ts';
import type { SearchTables } from '../format/tables.ts';
import { fetchJson, rememberByKey } from './files.ts';

/** A site's own words, known without opening its index. */
export interface SiteVocabulary {
  /** Scripts and synonyms. */
  tables: () => Promise<SearchTables>;
  /** What facets are called. */
  labels: () => Promise<FacetLabels>;
}

/**
 * Fetches a site's tables when they are needed, each once.
 *
 * @param root The folder of all indexes.
 * @param head Name of the index's head.
 */
export function siteVocabulary(root: string, head: string): SiteVocabulary {
  const folder = `${root}zh/`;
  const open = rememberByKey((name: string) => fetchJson(folder + name, isChineseHead));
  const tables = rememberByKey((name: string) => fetchJson(folder + name, isSearchTables));
  const labels = rememberByKey((name: string) => fetchJson(folder + name, isFacetTable));
  return {
    tables: async () => await tables((await open(head)).tables),
    labels: async () => (await labels((await open(head)).facets)).labels,
  };
}
