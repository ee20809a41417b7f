import { hasShape, isFlag, isList, isNumber, isOptional, isText, type Guard } from '../../lib/guards.ts';
import type { Block } from './block.ts';
import type { ChineseHead, EnglishHead, IndexHead, PageText, WordList } from './files.ts';
import { recordTypes, type FacetTable, type RecordTable } from './records.ts';
import { isEither, isOneOf, isRecord } from './shapes.ts';
import { pagesPerBook, type ListedBook, type RoutingHead, type SpreadChunks } from './routing.ts';
import type { RunTable } from './run-table.ts';
import type { ShelfHead } from './summary.ts';
import type { SearchTables } from './tables.ts';

/** What the index's files have to look like. A browser may still have one of another edition of the site. */
export const isRecordTable = hasShape<RecordTable>({
  types: isText,
  ids: isList(isText),
  titles: isList(isText),
  keywords: isList(isText),
  heads: isList(isNumber),
});

const head: { [Key in keyof IndexHead]-?: Guard<IndexHead[Key]> } = {
  size: isNumber,
  types: isList(isNumber),
  summary: isOptional(isText),
  texts: isText,
  records: isEither(isRecordTable, isText),
  facets: isText,
  plain: isOptional(isText),
};

export const isChineseHead = hasShape<ChineseHead>({
  ...head,
  design: isOneOf(['characters', 'bigrams']),
  chunks: isText,
  firsts: isText,
  bytes: isList(isNumber),
  fields: isOptional(isText),
  tables: isText,
});

export const isEnglishHead = hasShape<EnglishHead>({
  ...head,
  engine: isText,
  meta: isText,
  chunks: isText,
  words: isOptional(isText),
});

export const isWordList: Guard<WordList> = isList(
  (value): value is WordList[number] =>
    Array.isArray(value) && value.length === 2 && isText(value[0]) && isNumber(value[1]),
);

export const isFacetTable = hasShape<FacetTable>({
  positions: isRecord(isRecord(isList(isNumber))),
  labels: isRecord(
    isRecord((value): value is [string, string?] => isList(isText)(value) && value.length > 0),
  ),
});

const isBlock: Guard<Block> = (value): value is Block => isList(isText)(value) && value.length === 2;

const isName = hasShape<PageText['title']>({ zh: isText, en: isOptional(isText) });

export const isPageText = hasShape<PageText>({
  type: isOneOf(recordTypes),
  id: isText,
  title: isName,
  name: isOptional(isName),
  keywords: isList(isText),
  blocks: isList(isBlock),
});

export const isSearchTables = hasShape<SearchTables>({
  traditional: isText,
  fromSimplified: isOptional(isFlag),
  synonyms: isList(isList(isText)),
  pinyin: isRecord(isText),
});

/** A number of pages: no more than a shelf sets apart for each of its handbooks. */
const isPageCount: Guard<number> = (value): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= pagesPerBook;

/** A head of any format; the caller checks the format before it reads on. */
export const isShelfHead = hasShape<ShelfHead>({
  format: isNumber,
  summary: isText,
  pages: hasShape<ShelfHead['pages']>({ zh: isPageCount, en: isPageCount }),
  language: isOneOf(['zh-Hans', 'zh-Hant']),
  tables: isText,
});

const isPositive: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;

const isSpread = hasShape<SpreadChunks>({ folder: isText, count: isNumber });

const isRunTable = hasShape<RunTable>({
  folder: isText,
  count: isPositive,
  rows: isPositive,
  unknown: isList(isNumber),
});

export const isRoutingHead = hasShape<RoutingHead>({
  format: isNumber,
  books: isList(
    hasShape<ListedBook>({
      id: isText,
      title: isName,
      address: isText,
      pages: hasShape<ListedBook['pages']>({ zh: isPageCount, en: isPageCount }),
      summary: isOptional(isText),
      leftOut: isOptional(isOneOf(['unreachable', 'format'])),
    }),
  ),
  pairs: isSpread,
  runs: isOptional(isRunTable),
  words: isSpread,
  tables: isText,
});
