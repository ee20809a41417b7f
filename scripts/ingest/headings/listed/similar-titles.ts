import { bigrams } from '../../../../src/lib/bigrams.ts';
import { editRatio } from '../../../../src/lib/edit-ratio.ts';
import { must } from '../../../../src/lib/must.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';

/** Pairs below this are not worth offering. */
const leastRatio = 0.35;
/** A pair of characters in more titles than this is too common to compare by. */
const mostShared = 200;

/**
 * Pairs of similar titles: for each of `wanted`, the `offered` (each under any of its keys) that share pairs of
 * characters with it. An index of those keeps it from comparing everything with everything.
 */
export function similarPairs(
  wanted: string[],
  offered: string[][],
): { a: number; b: number; ratio: number }[] {
  const index = new Map<string, number[]>();
  offered.forEach((keys, b) => {
    for (const gram of new Set(keys.flatMap(grams))) pushTo(index, gram, b);
  });
  return wanted.flatMap((key, a) => {
    const votes = new Map<number, number>();
    for (const gram of new Set(grams(key))) {
      const list = index.get(gram) ?? [];
      if (list.length <= mostShared) for (const b of list) votes.set(b, (votes.get(b) ?? 0) + 1);
    }
    return [...votes]
      .sort((x, y) => y[1] - x[1])
      .slice(0, 20)
      .map(([b]) => ({
        a,
        b,
        ratio: Math.max(...must(offered[b]).map((other) => editRatio(key, other, leastRatio))),
      }))
      .filter(({ ratio }) => ratio >= leastRatio);
  });
}

/** Adjacent characters, and the single ones of a short title. */
const grams = (text: string): string[] => (text.length <= 6 ? [...bigrams(text), ...text] : bigrams(text));
