import type { Block } from './block.ts';
import { must } from '../../lib/must.ts';

/** For each page that was found the place of its first token, counted from the page's beginning. Pages go by their positions. */
export type Pages = Map<number, number>;

/** What the ladder asks of any kind of index. Phrases are folded and without white space. */
export interface PhraseIndex {
  /** Pages that hold the phrase just so. */
  phrase(text: string): Promise<Pages>;
  /**
   * Pages that hold two phrases, the second exactly `between` characters behind the first. An index that has no single
   * characters may pass over a phrase of one, and give pages that hold the other.
   */
  apart(phrases: readonly [before: string, after: string], between: number): Promise<Pages>;
  /** Pages that hold all the characters in any order, with the least number of characters that they are spread over. */
  scattered(text: string): Promise<Pages>;
  /** A page's text block by block, its title and keywords first. */
  text(page: number): Promise<readonly Block[]>;
  /** Titles and keywords, folded; empty if the site is too large to have them at hand. */
  vocabulary: readonly string[];
  /** Number of pages. */
  size: number;
}

/** The pages that all have, with each one's places in turn. */
export function intersect(all: readonly Pages[]): Map<number, number[]> {
  const [smallest, ...others] = [...all.entries()].sort(([, a], [, b]) => a.size - b.size);
  const both = new Map<number, number[]>();
  if (!smallest) return both;
  for (const page of smallest[1].keys()) {
    if (others.every(([, pages]) => pages.has(page)))
      both.set(
        page,
        all.map((pages) => must(pages.get(page))),
      );
  }
  return both;
}

/** The pages that any has, at the first place that any gives. */
export function unite(all: readonly Pages[]): Pages {
  const any: Pages = new Map();
  for (const pages of all) {
    for (const [page, place] of pages) any.set(page, Math.min(place, any.get(page) ?? place));
  }
  return any;
}
