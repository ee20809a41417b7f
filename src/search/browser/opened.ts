import type { IndexHead, IndexLanguage, PageText, WordList } from '../format/files.ts';
import type { PhraseIndex } from '../format/phrase-index.ts';
import type { FacetLabels, SearchRecord } from '../format/records.ts';
import type { SearchTables } from '../format/tables.ts';
import type { KnownPages } from '../query/rank/rank.ts';
import type { EngineHit } from './engine.ts';

/** An index of one language, opened. */
export interface OpenIndex {
  /** What there is to rank pages by. */
  known: () => Promise<KnownPages>;
  /** Records of all pages, fetched if needed. */
  allRecords: () => Promise<SearchRecord[]>;
  /** The chapter or rule of a number; `undefined` if there is none, or more than one book to have it. */
  numbered: (number: string) => Promise<SearchRecord | undefined>;
  /** Groups all records by their facets, and names these. */
  facets: () => Promise<FacetLabels>;
  text: (page: number) => Promise<PageText>;
}

/** An index that has files of its own. */
export interface FileIndex extends OpenIndex {
  head: IndexHead;
  /** Records of all pages, once they are there: with the head, or after `allRecords`. */
  records: SearchRecord[] | undefined;
}

export interface ChineseIndex extends OpenIndex {
  phrases: PhraseIndex;
  tables: () => Promise<SearchTables>;
}

/** A search for English words. */
export interface WordSearch {
  /** Pages that have all of the words, which are separated by spaces, best first. */
  search: (words: string) => Promise<EngineHit[]>;
}

export interface EnglishIndex extends OpenIndex {
  /** Pagefind's search, or the texts themselves where the browser cannot run its engine. */
  search: WordSearch | PhraseIndex;
  /** Words of the texts with how often they are there, fetched once a word of a query is nowhere. */
  words: () => Promise<WordList>;
}

/** Opens an index by language. */
export interface Opener {
  (language: 'zh'): Promise<ChineseIndex>;
  (language: 'en'): Promise<EnglishIndex>;
  (language: IndexLanguage): Promise<OpenIndex>;
}
