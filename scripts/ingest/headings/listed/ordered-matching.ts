import { must } from '../../../../src/lib/must.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';

/** That entry `entry` may be the one printed on line `line`, and how well it fits. */
export interface Pair {
  entry: number;
  line: number;
  weight: number;
}

/**
 * Choose pairs so that entries and lines both increase, each used once, and the sum of weights is greatest; among
 * equals, the earliest lines. A weighted longest increasing subsequence over a Fenwick tree: O(n log n) for n pairs.
 * @returns the chosen pair of each entry that has one
 */
export function matchInOrder(pairs: Pair[]): Map<number, Pair> {
  const lines = [...new Set(pairs.map((pair) => pair.line))].sort((a, b) => a - b);
  const ranks = new Map(lines.map((line, index) => [line, index + 1]));
  // Descending lines within an entry, so that a pair never follows another of its own entry.
  const sorted = [...pairs].sort((a, b) => a.entry - b.entry || b.line - a.line);
  const best = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  const tree = new Int32Array(lines.length + 1).fill(-1);
  const better = (a: number, b: number): boolean => a >= 0 && (b < 0 || best[a]! > best[b]! + 1e-9);
  for (let i = 0; i < sorted.length; i += 1) {
    const rank = must(ranks.get(must(sorted[i]).line));
    let top = -1;
    for (let r = rank - 1; r > 0; r -= r & -r) if (better(tree[r]!, top)) top = tree[r]!;
    best[i] = must(sorted[i]).weight + (top < 0 ? 0 : best[top]!);
    before[i] = top;
    for (let r = rank; r <= lines.length; r += r & -r) if (better(i, tree[r]!)) tree[r] = i;
  }
  let last = -1;
  for (let r = lines.length; r > 0; r -= r & -r) if (better(tree[r]!, last)) last = tree[r]!;
  const chain: Pair[] = [];
  for (let i = last; i >= 0; i = before[i]!) chain.push(must(sorted[i]));
  chain.reverse();
  return pullBack(chain, pairs);
}

/** Move each chosen pair to the earliest line that fits its entry equally well and keeps the order. */
function pullBack(chain: Pair[], pairs: Pair[]): Map<number, Pair> {
  const chosen = new Map(chain.map((pair) => [pair.entry, pair]));
  const alternatives = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const pick = chosen.get(pair.entry);
    if (pick && pair.weight >= pick.weight && pair.line < pick.line) pushTo(alternatives, pair.entry, pair);
  }
  let line = -1;
  for (const pick of chain) {
    let earliest = pick;
    for (const other of alternatives.get(pick.entry) ?? [])
      if (other.line > line && other.line < earliest.line) earliest = other;
    chosen.set(pick.entry, earliest);
    line = earliest.line;
  }
  return chosen;
}
