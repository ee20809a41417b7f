import { bigrams, dice } from '../lib/bigrams.ts';
import type { LedgerEntry } from '../schemas/ledger.ts';
import type { CurrentEntry } from './current-entries.ts';

/** Titles that have less in common are not offered for one another. */
const leastInCommon = 0.3;

/** The entry of the same kind whose title has most in common with a retired one's (Sørensen–Dice over pairs of characters). */
export function nearestTitle(
  record: LedgerEntry,
  current: readonly CurrentEntry[],
): CurrentEntry | undefined {
  const own = new Set(bigrams(record.title));
  let best: { entry: CurrentEntry; score: number } | undefined;
  for (const entry of current) {
    if (entry.kind !== record.kind) continue;
    const score = dice(own, new Set(bigrams(entry.title.zh)));
    if (score >= leastInCommon && score > (best?.score ?? 0)) best = { entry, score };
  }
  return best?.entry;
}
