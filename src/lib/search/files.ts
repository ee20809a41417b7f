import type { Block } from './excerpt.ts';
import type { LadderTables } from './ladder.ts';
import type { SyllableTable } from './pinyin.ts';
import type { RecordTable, RecordType } from './records.ts';
import type { Design } from './tokens.ts';

/** Language of the texts that an index holds. */
export type IndexLanguage = 'zh' | 'en';

/** `index.json` of an index: what there is, and under which names. Names are paths beside it. */
export interface IndexHead {
  /** How the text is cut; `words` is Pagefind's own way. */
  design: Design | 'words';
  /** Number of pages. */
  size: number;
  /** Pagefind's search module; beside the folders of the languages. */
  engine: string;
  /** Tables of chunks, one for each part; beside them the chunks of the part in `index<position>/`. Large sites have several. */
  metas: string[];
  /** Records of all pages: here where they are few, else in a file of their own, loaded when needed. */
  records: RecordTable | string;
  /** {@link FacetTable}; loaded when results are narrowed. */
  facets: string;
  /** {@link SearchTables}; Chinese only. */
  tables?: string;
  /** All texts in one file, for browsers without WebAssembly; absent where it would be too large. */
  plain?: string;
}

/** `text/<page>.json`: what a result shows. */
export interface PageText {
  type: RecordType;
  id: string;
  title: { zh: string; en?: string };
  keywords: string[];
  /** Blocks with their ids; the summary comes first and has none. */
  blocks: Block[];
}

/** `plain.json`: texts by page. */
export type PlainTexts = Record<string, PageText>;

/** What only the later rungs of a search need; loaded when the first of them is tried. */
export interface SearchTables extends LadderTables {
  pinyin: SyllableTable;
}
