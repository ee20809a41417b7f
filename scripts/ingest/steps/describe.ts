import type { Entries } from './entries.ts';

/** Add what can be drawn from the text itself: summaries, keywords and, for cases, facets. */
export function describe(entries: Entries): Entries {
  return entries;
}
