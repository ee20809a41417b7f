import { hasShape, isList, isNumber, isObject, isOptional, isText, type Guard } from '../../lib/guards.ts';
import type { Block } from '../format/block.ts';
import type { IndexLanguage } from '../format/files.ts';
import { recordTypes, type RecordType, type SearchRecord } from '../format/records.ts';
import { isOneOf, isRecord } from '../format/shapes.ts';
import { orderedCount, type FacetCount, type Narrowing } from '../query/rank/facets.ts';
import type { SearchTemplate } from './names.ts';
import type { ShownPage } from './shown-page.ts';

/** A page that was found; without its text if only a list was asked for. */
export interface EngineHit {
  book: string;
  type: RecordType;
  entry: string;
  facets: SearchRecord['facets'];
  score: number;
  shown: Pick<ShownPage, 'title'> & Partial<ShownPage>;
  /** Language of the text that was searched. */
  language: IndexLanguage;
}

/** Some of what was found, best first. */
export interface EngineResults {
  /** How many pages there are in all, before narrowing. */
  found: number;
  /** How many of them the page's own narrowing leaves. */
  all: number;
  /** How many of these a reader's choice leaves. */
  total: number;
  hits: EngineHit[];
  /** The facets that were asked for. */
  facets: FacetCount[];
}

/** Which of the results are wanted. */
export interface Wanted {
  from?: number;
  /** What the page brings, which is no choice of the reader's. */
  scope?: Narrowing;
  /** What the reader chose; the page's own goes before it. */
  narrowing?: Narrowing;
  /** Facets whose values are counted. */
  counted?: readonly FacetCount['name'][];
  /** Pages that are known already. */
  without?: readonly EngineHit[];
  /** More at once, without their texts. */
  brief?: boolean;
}

type Source = Pick<EngineHit, 'book' | 'type' | 'entry' | 'shown'> & Partial<Pick<EngineHit, 'facets'>>;

/** No title or keyword is longer; what an engine makes up may be. */
const maxNameLength = 2000;
/** No answer has more pages or counts. */
const maxListed = 10_000;

const isShort: Guard<string> = (value): value is string => isText(value) && value.length <= maxNameLength;
const isShortList = <T>(isItem: Guard<T>): Guard<T[]> => {
  const isAll = isList(isItem);
  return (value): value is T[] => isAll(value) && value.length <= maxListed;
};
/** How many there are: JSON can hold what is no number of things, such as -1 and 1e999. */
const isHowMany: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
/** Identifier of a chapter, rule or case, or the slug of a term: never a path. */
const isEntry: Guard<string> = (value): value is string => isText(value) && /^[\w-]{1,200}$/.test(value);

const isName = hasShape<ShownPage['title']>({ zh: isShort, en: isOptional(isShort) });
const isType = isOneOf(recordTypes);
const isBlocks = isList((value): value is Block => isList(isText)(value) && value.length === 2);
const isShownPage = hasShape<EngineHit['shown']>({
  title: isName,
  name: isOptional(isName),
  keywords: isOptional(isShortList(isShort)),
  keywordsEn: isOptional(isShortList(isShort)),
  blocks: isOptional(isBlocks),
  english: isOptional(isBlocks),
  address: isOptional(isText),
});
const isSource = hasShape<Source>({
  book: isText,
  type: isType,
  entry: isEntry,
  facets: isOptional(isRecord(isList(isText))),
  shown: isShownPage,
});
const isShown = hasShape<{ _score: number | null; _source: Source }>({
  _score: (value): value is number | null => value === null || Number.isFinite(value),
  _source: isSource,
});
const isTexts = hasShape({ _source: hasShape({ order: isHowMany, shown: isShownPage }) });
const isResponse = hasShape({ hits: hasShape({ hits: isShortList(isShown) }) });
const isCount = hasShape({ doc_count: isHowMany });
const isValues = hasShape({
  values: hasShape({ buckets: isShortList(hasShape({ key: isShort, doc_count: isHowMany })) }),
});
const isTotal = hasShape({ value: isHowMany });
const isCounts = hasShape({ buckets: isShortList(hasShape({ doc_count: isHowMany })) });
export const isProbe = hasShape({
  aggregations: hasShape({ plans: isCounts, named: isCounts, english: isCounts }),
});
export const isHoles = hasShape({
  aggregations: hasShape({
    holes: hasShape({
      buckets: isShortList(
        hasShape({ doc_count: isHowMany, pages: hasShape({ hits: hasShape({ hits: isList(isTexts) }) }) }),
      ),
    }),
  }),
});
const isSuggestion = hasShape({ text: isShort, freq: isHowMany });
export const isNear = hasShape({
  suggest: hasShape({ words: isList(hasShape({ options: isShortList(isSuggestion) })) }),
});
const isWords = hasShape({
  hits: hasShape({ hits: isList(hasShape({ _source: isObject })) }),
});
export const isCommon = hasShape({
  aggregations: hasShape({
    keywords: hasShape({
      ours: hasShape({
        values: hasShape({ buckets: isShortList(hasShape({ key: isShort, one: isWords })) }),
      }),
    }),
  }),
});

/** The engine answered with something else than its searches give. */
export class EngineAnswerError extends Error {
  override name = 'EngineAnswerError';
}

/** An answer, checked to have the expected shape. Throws an EngineAnswerError if it hasn't. */
export function expected<T>(value: unknown, isExpected: Guard<T>, template: SearchTemplate): T {
  if (!isExpected(value))
    throw new EngineAnswerError(`The search “${template}” answered with something else than results.`);
  return value;
}

/** All that narrows results. */
export const chosenOf = ({ narrowing = {}, scope = {} }: Wanted): Narrowing => ({ ...narrowing, ...scope });

/** Identifier of a page in the cluster. */
export const idOf = ({ book, type, entry }: EngineHit): string => `${book}/${type}/${entry}`;

/** The pages of an answer. Throws an EngineAnswerError where it is none. */
export function hitsOf(
  value: unknown,
  template: SearchTemplate,
  language: IndexLanguage = 'zh',
): EngineHit[] {
  return expected(value, isResponse, template).hits.hits.map(({ _score: score, _source }) => ({
    facets: {},
    ..._source,
    score: score ?? 0,
    language,
  }));
}

export function resultsOf(
  value: unknown,
  template: SearchTemplate,
  wanted: Wanted,
  language?: IndexLanguage,
): EngineResults {
  const hits = hitsOf(value, template, language);
  const { total } = (value as { hits: { total?: unknown } }).hits;
  const { aggregations } = value as { aggregations?: unknown };
  const counts = isObject(aggregations) ? aggregations : {};
  const countOf = (name: string): number => {
    const count = counts[name];
    return isCount(count) ? count.doc_count : 0;
  };
  const chosen = chosenOf(wanted);
  return {
    found: countOf('found'),
    all: countOf('all'),
    total: isTotal(total) ? total.value : hits.length,
    hits,
    facets: (wanted.counted ?? []).map((name) => {
      const count = counts[name];
      const buckets = isValues(count) ? count.values.buckets : [];
      const values = buckets
        .filter(({ key }) => name !== 'type' || isType(key))
        .map(({ key, doc_count: number }) => [key, number] as const);
      return orderedCount(name, new Map(values), chosen[name]);
    }),
  };
}

/** Whether a piece of the index has not answered. */
export const isPartial = (value: unknown): boolean =>
  hasShape({ _shards: hasShape({ failed: isNumber }) })(value) && value._shards.failed > 0;
