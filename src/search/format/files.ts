import type { Block } from './block.ts';
import type { RecordTable, RecordType, TypeCounts } from './records.ts';
import type { Design } from './tokens.ts';

/** Language of the texts that an index holds. */
export type IndexLanguage = 'zh' | 'en';

/** `index.json` of an index: what there is, and under which names. Names are paths beside it; pages go by their positions. */
export interface IndexHead {
  /** Number of pages. */
  size: number;
  types: TypeCounts;
  /**
   * Name of the book's summary for shelves of handbooks, by which a shelf can tell whether its tables are for
   * this edition; absent in an index of a former format.
   */
  summary?: string;
  /** Folder of the texts: `<page>.json`, a {@link PageText}. */
  texts: string;
  /** Records of all pages: here if they are few, else in a file of their own, loaded when needed. */
  records: RecordTable | string;
  /** {@link FacetTable}; loaded when results are narrowed. */
  facets: string;
  /** All texts in one file, for browsers that can read nothing else; absent if it would be too large. */
  plain?: string;
}

/** Chinese: postings that Pagefind gathered, laid out so that phrases are found by reading few of them. */
export interface ChineseHead extends IndexHead {
  /** How the text is cut. */
  design: Design;
  /** Folder of the chunks: `<position>.bin`. */
  chunks: string;
  /** The first token of each chunk, separated by spaces. */
  firsts: string;
  /** Bytes of each chunk. */
  bytes: number[];
  /** Lengths of each page's fields, for ranking without records: {@link encodeFields}. */
  fields?: string;
  /** {@link SearchTables}. */
  tables: string;
}

/** English: Pagefind's own index, read by its own engine. */
export interface EnglishHead extends IndexHead {
  /** Pagefind's search module. */
  engine: string;
  /** Pagefind's table of chunks. */
  meta: string;
  /** Folder of the chunks. */
  chunks: string;
  /** Words of the texts, {@link WordList}; loaded where a word of a query is nowhere. */
  words?: string;
}

/** Words of four letters and more, folded, each with how often it is there; the commonest first. */
export type WordList = [word: string, count: number][];

/** What a result shows. */
export interface PageText {
  type: RecordType;
  id: string;
  title: { zh: string; en?: string };
  /** The name of a chapter or rule, if the book prints more than its number. */
  name?: { zh: string; en?: string };
  keywords: string[];
  /** Blocks with their ids; the summary comes first and has none. */
  blocks: Block[];
}

/** `plain.json`: the texts of all pages. */
export type PlainTexts = PageText[];
