import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Standing } from './standing.ts';

/** Share of common pairs of characters from which titles are near one another. */
const near = 0.3;

const pairs = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));

/** The entry of the same kind whose title has most in common with a retired one's (Sørensen–Dice over pairs of characters). */
export function nearestTitle(record: LedgerEntry, standing: readonly Standing[]): Standing | undefined {
  const own = pairs(record.title);
  let best: { entry: Standing; score: number } | undefined;
  for (const entry of standing) {
    if (entry.kind !== record.kind) continue;
    const other = pairs(entry.title.zh);
    const common = [...own].filter((pair) => other.has(pair)).length;
    const score = (2 * common) / Math.max(1, own.size + other.size);
    if (score >= near && score > (best?.score ?? 0)) best = { entry, score };
  }
  return best?.entry;
}
