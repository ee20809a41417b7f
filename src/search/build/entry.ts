import type { Block } from '../format/block.ts';
import type { RecordType } from '../format/records.ts';
import type { EntryFacets } from './facets.ts';
import type { Localized, LocalizedList } from '../../schemas/localized.ts';

/** What is fed to the index: a chapter, rule, case or term with its whole text. */
export interface SearchEntry {
  type: RecordType;
  id: string;
  title: Localized;
  /** Number as printed: 第二十二条. */
  label?: string | undefined;
  summary?: Localized | undefined;
  keywords?: LocalizedList | undefined;
  /** Absent for an entry without facet values. */
  facets?: EntryFacets | undefined;
  /** Chinese text as the page shows it; empty if there is none. */
  blocks: readonly Block[];
  /** English text as the English page shows it; absent if it has none. */
  english?: readonly Block[] | undefined;
}
