import { seededRandom } from '../../samples/random.ts';
import { deckTarget } from './deck-target.ts';
import { formatTarget } from './format-target.ts';
import { ingestTarget } from './ingest-target.ts';
import { queryTarget } from './query-target.ts';
import { storedTarget } from './stored-target.ts';
import type { Target } from './target.ts';

export const targets: readonly Target[] = [ingestTarget, deckTarget, queryTarget, storedTarget, formatTarget];
/** Of twenty inputs, how many go to each. */
const shares = [8, 1, 6, 4, 1];

/** An input that did something else than its target's work. */
export interface Find {
  target: Target;
  input: Uint8Array;
  message: string;
}

/**
 * Throw made inputs at every target for as long as `goOn` is true. The same seed makes the same inputs.
 *
 * @param only Name of the one target that gets them all.
 * @returns How many were tried, and what went wrong; of one message, the first two.
 */
export async function runFuzz(
  seed: number,
  goOn: (tried: number) => boolean,
  only?: string,
): Promise<{ tried: number; finds: Find[] }> {
  const random = seededRandom(seed);
  const turns = targets.flatMap((target, index) =>
    only === undefined || target.name === only
      ? Array.from({ length: shares[index] ?? 1 }, () => target)
      : [],
  );
  const finds: Find[] = [];
  const seen = new Map<string, number>();
  let tried = 0;
  for (; goOn(tried); tried += 1) {
    const target = turns[tried % turns.length];
    if (!target) break;
    const input = target.make(random);
    try {
      await target.take(input);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const kind = `${target.name} ${message.slice(0, 80).replace(/\d+/g, '#')}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if ((seen.get(kind) ?? 0) <= 2) finds.push({ target, input, message });
    }
  }
  return { tried, finds };
}
