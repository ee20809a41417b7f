import { bisect } from '../../src/lib/bisect.ts';
import { must } from '../../src/lib/must.ts';

/** How many of the sorted `starts` are at most `index`. */
export const countUpTo = (starts: readonly number[], index: number): number =>
  bisect(starts.length, (at) => must(starts[at]) <= index);
