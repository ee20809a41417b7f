import type { SearchEntry } from '../src/search/build/entry.ts';
import { grep, type SampleQuery } from './query-sets.ts';

/** What an engine found: `type/id` of each page, best first. */
export type Searcher = (typed: string) => Promise<string[]>;

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

export interface ExactFigures {
  /** Share of the pages with the substring that were found, averaged over the queries. */
  recall: number;
  /** Share of the first ten results that have the substring. */
  precisionAt10: number;
  /** Queries with a page missing or one too many, to see what has to be mended. */
  wrong: string[];
}

/** Compare what was found with what grep finds. */
export async function exactFigures(
  queries: readonly SampleQuery[],
  entries: readonly SearchEntry[],
  search: Searcher,
): Promise<ExactFigures> {
  const recalls: number[] = [];
  const precisions: number[] = [];
  const wrong: string[] = [];
  for (const { typed } of queries) {
    const wanted = grep(entries, typed);
    const found = await search(typed);
    const hits = found.filter((name) => wanted.has(name)).length;
    const first = found.slice(0, 10);
    recalls.push(hits / wanted.size);
    precisions.push(first.length === 0 ? 0 : first.filter((name) => wanted.has(name)).length / first.length);
    if (hits < wanted.size || found.length > wanted.size) wrong.push(typed);
  }
  return { recall: mean(recalls), precisionAt10: mean(precisions), wrong };
}

export interface RankFigures {
  /** Mean reciprocal rank of the page that each query was made from. */
  mrr: number;
  /** Queries whose page does not come first. */
  late: string[];
}

export async function rankFigures(queries: readonly SampleQuery[], search: Searcher): Promise<RankFigures> {
  const ranks: number[] = [];
  const late: string[] = [];
  for (const { typed, from } of queries) {
    const found = await search(typed);
    const rank = found.indexOf(from) + 1;
    ranks.push(rank === 0 ? 0 : 1 / rank);
    if (rank !== 1) late.push(`${typed} (${from}, ${String(rank)})`);
  }
  return { mrr: mean(ranks), late };
}

/** The value below which `share` of the numbers lie. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
