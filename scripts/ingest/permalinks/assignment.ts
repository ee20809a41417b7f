import { must } from '../../../src/lib/must.ts';

/** A pair that may be matched, and how well it fits; scores are positive. */
export interface Pair<R, C> {
  row: R;
  column: C;
  score: number;
}

/** Beyond this many rows or columns in one knot of pairs, the best pairs are taken first instead of the best whole. */
const maxExact = 200;

/**
 * Match rows with columns, each once at most, so that the sum of scores is the highest possible. Knots of connected
 * pairs are solved one by one with the Hungarian algorithm (Kuhn and Munkres).
 */
export function assign<R, C>(pairs: Pair<R, C>[]): Map<R, C> {
  const matched = new Map<R, C>();
  for (const knot of knots(pairs)) {
    const rows = [...new Set(knot.map((pair) => pair.row))];
    const columns = [...new Set(knot.map((pair) => pair.column))];
    const solved =
      Math.max(rows.length, columns.length) > maxExact ? greedy(knot) : hungarian(knot, rows, columns);
    for (const { row, column } of solved) matched.set(row, column);
  }
  return matched;
}

/** Connected components of the bipartite graph. */
function knots<R, C>(pairs: Pair<R, C>[]): Pair<R, C>[][] {
  const byRow = Map.groupBy(pairs, (pair) => pair.row);
  const byColumn = Map.groupBy(pairs, (pair) => pair.column);
  const seen = new Set<Pair<R, C>>();
  const found: Pair<R, C>[][] = [];
  for (const pair of pairs) {
    if (seen.has(pair)) continue;
    const knot: Pair<R, C>[] = [];
    const queue = [pair];
    seen.add(pair);
    for (let next = queue.pop(); next; next = queue.pop()) {
      knot.push(next);
      for (const neighbour of [...must(byRow.get(next.row)), ...must(byColumn.get(next.column))]) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        queue.push(neighbour);
      }
    }
    found.push(knot);
  }
  return found;
}

function greedy<R, C>(knot: Pair<R, C>[]): Pair<R, C>[] {
  const rows = new Set<R>();
  const columns = new Set<C>();
  return [...knot]
    .sort((a, b) => b.score - a.score)
    .filter(({ row, column }) => {
      if (rows.has(row) || columns.has(column)) return false;
      rows.add(row);
      columns.add(column);
      return true;
    });
}

/** Shortest augmenting paths with potentials over the square matrix of costs; a pair that is not there costs nothing and is left out. */
function hungarian<R, C>(knot: Pair<R, C>[], rows: R[], columns: C[]): Pair<R, C>[] {
  const size = Math.max(rows.length, columns.length);
  const rowIndex = new Map(rows.map((row, index) => [row, index]));
  const columnIndex = new Map(columns.map((column, index) => [column, index]));
  const cost = Array.from({ length: size }, () => new Float64Array(size));
  const pairAt = new Map<number, Pair<R, C>>();
  for (const pair of knot) {
    const [r, c] = [must(rowIndex.get(pair.row)), must(columnIndex.get(pair.column))];
    cost[r]![c] = -pair.score;
    pairAt.set(r * size + c, pair);
  }
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  /** Row matched with each column, counted from 1; 0 for none. */
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    const from = new Int32Array(size + 1);
    do {
      used[column] = 1;
      let delta = Infinity;
      let nearest = 0;
      for (let next = 1; next <= size; next += 1) {
        if (used[next]) continue;
        const reduced =
          cost[rowOf[column]! - 1]![next - 1]! - rowPotential[rowOf[column]!]! - columnPotential[next]!;
        if (reduced < slack[next]!) {
          slack[next] = reduced;
          from[next] = column;
        }
        if (slack[next]! < delta) {
          delta = slack[next]!;
          nearest = next;
        }
      }
      for (let each = 0; each <= size; each += 1) {
        if (used[each]) {
          rowPotential[rowOf[each]!]! += delta;
          columnPotential[each]! -= delta;
        } else slack[each]! -= delta;
      }
      column = nearest;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = from[column]!) rowOf[column] = rowOf[from[column]!]!;
  }
  return Array.from(rowOf)
    .slice(1)
    .flatMap((row, column) => pairAt.get((row - 1) * size + column) ?? []);
}
