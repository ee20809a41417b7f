import type { Block } from '../../lib/search/excerpt.ts';
import type { RecordType, SearchRecord } from '../../lib/search/records.ts';
import type { Localized, LocalizedList } from '../../schemas/localized.ts';

/** What is fed to the index: a chapter, rule, case or term with its whole text. */
export interface SearchEntry {
  type: RecordType;
  id: string;
  title: Localized;
  summary?: Localized | undefined;
  keywords?: LocalizedList | undefined;
  facets: SearchRecord['facets'];
  /** Chinese text as the page shows it; empty where there is none. */
  blocks: readonly Block[];
}
