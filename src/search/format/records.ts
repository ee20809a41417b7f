import { fold } from './fold.ts';
import { must } from '../../lib/must.ts';

/** What can be found. */
export const recordTypes = ['chapter', 'rule', 'case', 'term', 'front'] as const;
export type RecordType = (typeof recordTypes)[number];

/** What results are narrowed by; `book` is known on a shelf of handbooks, `chapter` of chapters, rules and cases, the others of cases. */
export const facetNames = ['book', 'chapter', 'country', 'role', 'industry', 'year', 'outcome'] as const;
export type FacetName = (typeof facetNames)[number];

/** What readers call facet values, by slug: Chinese and, if it has one, English. Chapters, years and outcomes need none. */
export type FacetLabels = Partial<Record<FacetName, Record<string, [zh: string, en?: string]>>>;

/** A page as ranking, facets and suggestions need it. */
export interface SearchRecord {
  /** The page's position in the index. */
  page: number;
  type: RecordType;
  /** Identifier of the contract: `01`, `01-02`, `01-02-1`; a term's slug. */
  id: string;
  title: string;
  keywords: string[];
  /** Tokens before the text proper: title, keywords and summary. 0 in English, which Pagefind ranks. */
  head: number;
  facets: Partial<Record<FacetName, string[]>>;
}

/** Records by columns, in the order of the pages; columns compress to half the size of rows. */
export interface RecordTable {
  types: string;
  ids: string[];
  titles: string[];
  keywords: string[];
  heads: number[];
}

/** Facet values of records, apart from them, since they are needed only to narrow results. */
export interface FacetTable {
  /** For each facet its values, with the positions of the records that have them. Chapters follow from identifiers. */
  positions: Partial<Record<FacetName, Record<string, number[]>>>;
  labels: FacetLabels;
}

const separator = '|';

export function encodeRecords(records: readonly SearchRecord[]): RecordTable {
  return {
    types: records.map(({ type }) => recordTypes.indexOf(type)).join(''),
    ids: records.map(({ id }) => id),
    titles: records.map(({ title }) => title),
    keywords: records.map(({ keywords }) => keywords.join(separator)),
    heads: records.map(({ head }) => head),
  };
}

/** The facets of records, to be put back by {@link addFacets}. */
export function encodeFacets(records: readonly SearchRecord[], labels: FacetLabels): FacetTable {
  const positions: FacetTable['positions'] = {};
  for (const [position, record] of records.entries()) {
    for (const name of facetNames) {
      if (name === 'chapter' || name === 'book') continue;
      for (const value of record.facets[name] ?? []) ((positions[name] ??= {})[value] ??= []).push(position);
    }
  }
  return { positions, labels };
}

/** Give records their facet values. Book and chapter follow from their identifiers. */
export function addFacets(records: readonly SearchRecord[], { positions }: FacetTable): void {
  for (const name of facetNames) {
    if (name === 'chapter' || name === 'book') continue;
    for (const [value, all] of Object.entries(positions[name] ?? {})) {
      for (const position of all) (must(records[position]).facets[name] ??= []).push(value);
    }
  }
}

/** Records without their facets, save for chapters. */
export function decodeRecords(table: RecordTable): SearchRecord[] {
  return table.ids.map((id, position): SearchRecord => {
    const type = recordTypes[Number(table.types[position])] ?? 'term';
    return {
      page: position,
      type,
      id,
      title: table.titles[position] ?? '',
      keywords: (table.keywords[position] ?? '').split(separator).filter(Boolean),
      head: table.heads[position] ?? 0,
      facets: type === 'term' || type === 'front' ? {} : { chapter: [chapterOf(id)] },
    };
  });
}

/** How many pages there are of each type, in the order of `recordTypes`, which is the order of the pages. */
export type TypeCounts = number[];

export const countTypes = (records: readonly SearchRecord[]): TypeCounts =>
  recordTypes.map((type) => records.filter((record) => record.type === type).length);

/** Type of the page at a position. */
export function typeAt(page: number, counts: TypeCounts): RecordType {
  let end = 0;
  return recordTypes[counts.findIndex((count) => page < (end += count))] ?? 'term';
}

/** Titles and keywords, folded, each once: the words that a site's own subjects go by. */
export function vocabularyOf(records: readonly SearchRecord[]): string[] {
  return [...new Set(records.flatMap(({ title, keywords }) => [...keywords, title].map(fold)))];
}

/** Chapter of an identifier: `01` for `01-02-1`. */
export const chapterOf = (id: string): string => id.split('-')[0] ?? id;

/**
 * Rule of a case's or a rule's identifier: `01-02` for `01-02-1`. The chapter if it has no rules: `01` for
 * `01-00-1`.
 */
export const ruleOf = (id: string): string =>
  id
    .split('-')
    .slice(0, 2)
    .filter((part) => part !== '00')
    .join('-');

/** A rule's number for readers: `1.2` for `01-02`; a chapter's: `1` for `01` and for `01-00-1`. */
export const numberOf = (id: string): string => ruleOf(id).split('-').map(Number).join('.');

/** Place of a page below the site's base and language. */
export function pathOf(type: RecordType, id: string): string {
  if (type === 'front') return `front/${id}/`;
  return type === 'term' ? `glossary/#${id}` : `${type}s/${id}/`;
}
