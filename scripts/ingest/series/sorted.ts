import { must } from '../../../src/lib/must.ts';

/** How many of the sorted `starts` are at most `index`. */
export function countUpTo(starts: number[], index: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (must(starts[middle]) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
