import { rankFigures, type Searcher } from '../../../samples/figures.ts';
import type { QuerySets } from '../../../samples/query-sets.ts';

/** Kinds of queries, beside those that every engine is asked, that this site's ladder answers, each with its samples. */
const kinds = {
  titles: (sets: QuerySets, count: number) => sets.titles(count),
  swapped: (sets: QuerySets, count: number) => sets.swapped(count),
  doubled: (sets: QuerySets, count: number) => sets.doubled(count),
  Traditional: (sets: QuerySets, count: number) => sets.traditional(count),
  pinyin: (sets: QuerySets, count: number) => sets.pinyin(count),
  'rule numbers': (sets: QuerySets, count: number) => sets.ruleNumbers(count),
};

export type Relevance = Record<keyof typeof kinds, number>;

export const relevanceKinds = Object.keys(kinds) as (keyof typeof kinds)[];

/** Mean reciprocal rank of the page that was meant, by kind of query. */
export async function measureRelevance(sets: QuerySets, search: Searcher, count: number): Promise<Relevance> {
  const figures: Partial<Relevance> = {};
  for (const kind of relevanceKinds) {
    figures[kind] = (await rankFigures(kinds[kind](sets, count), search)).mrr;
  }
  return figures as Relevance;
}
