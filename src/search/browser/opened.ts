import type { FieldLengths } from '../format/fields.ts';
import type { IndexHead, IndexLanguage, PageText, WordList } from '../format/files.ts';
import type { PhraseIndex } from '../format/phrase-index.ts';
import type { FacetLabels, SearchRecord } from '../format/records.ts';
import type { SearchTables } from '../format/tables.ts';
import type { EnglishEngine } from './english-engine.ts';

/** An index of one language, opened. */
export interface OpenIndex {
  head: IndexHead;
  /** Records of all pages, once they are there: with the head, or after {@link allRecords}. */
  records: SearchRecord[] | undefined;
  /** Records of all pages, fetched where need be. */
  allRecords: () => Promise<SearchRecord[]>;
  /** Files all records under their facets, and says what these are called. */
  facets: () => Promise<FacetLabels>;
  text: (page: number) => Promise<PageText>;
}

export interface ChineseIndex extends OpenIndex {
  phrases: PhraseIndex;
  /** How long the fields of pages are; `undefined` where records tell. */
  fields: () => Promise<((page: number) => FieldLengths) | undefined>;
  tables: () => Promise<SearchTables>;
}

export interface EnglishIndex extends OpenIndex {
  /** Pagefind's search, or the texts themselves where the browser cannot run its engine. */
  search: EnglishEngine | PhraseIndex;
  /** Words of the texts with how often they are there, fetched once a word of a query is nowhere. */
  words: () => Promise<WordList>;
}

/** Opens an index by language. */
export interface Opener {
  (language: 'zh'): Promise<ChineseIndex>;
  (language: 'en'): Promise<EnglishIndex>;
  (language: IndexLanguage): Promise<OpenIndex>;
}
