import { editRatio } from '../../../src/lib/edit-ratio.ts';
import { must } from '../../../src/lib/must.ts';

/** Pairs below this are not worth offering. */
const leastRatio = 0.35;
/** A pair of characters in more titles than this says nothing about any. */
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
    for (const gram of new Set(keys.flatMap(grams))) {
      const list = index.get(gram);
      if (list) list.push(b);
      else index.set(gram, [b]);
    }
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
function grams(text: string): string[] {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < text.length; i += 1) pairs.push(text.slice(i, i + 2));
  return text.length <= 6 ? [...pairs, ...text] : pairs;
}
