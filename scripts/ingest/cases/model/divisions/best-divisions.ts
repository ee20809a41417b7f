import type { Lattice } from './lattice.ts';

/** A way to divide paragraphs into argument and stories; stories are `[first, last]`. */
export interface WeighedDivision {
  score: number;
  stories: [first: number, last: number][];
}

/** A way up to a paragraph: the one before it, and the story that it ends with. */
interface Way {
  score: number;
  before: Way | undefined;
  story: [number, number] | undefined;
}

/** The `count` ways to divide that score most, the best first (Viterbi over segments, several ways kept at each paragraph). */
export function bestDivisions(lattice: Lattice, count: number): WeighedDivision[] {
  const { size, longest, story, adjacent, told } = lattice;
  const best = (ways: Way[]): Way[] => ways.sort((a, b) => b.score - a.score).slice(0, count);
  const argued: Way[][] = [[{ score: 0, before: undefined, story: undefined }]];
  const ended: Way[][] = [[]];
  for (let end = 1; end <= size; end += 1) {
    const at = end - 1;
    argued[end] = told[at] ? [] : best([...(argued[at] ?? []), ...(ended[at] ?? [])]);
    const ways: Way[] = [];
    for (let length = 1; length <= longest && length <= end; length += 1) {
      const first = end - length;
      const own = story[first * longest + length - 1] ?? -Infinity;
      if (own === -Infinity) continue;
      const lines: [number, number] = [first, end - 1];
      for (const before of argued[first] ?? [])
        ways.push({ score: before.score + own, before, story: lines });
      for (const before of ended[first] ?? [])
        ways.push({ score: before.score + own + (adjacent[first] ?? 0), before, story: lines });
    }
    ended[end] = best(ways);
  }
  return best([...(argued[size] ?? []), ...(ended[size] ?? [])]).map((way) => ({
    score: way.score,
    stories: storiesOf(way),
  }));
}

function storiesOf(way: Way): [number, number][] {
  const stories: [number, number][] = [];
  for (let at: Way | undefined = way; at; at = at.before) if (at.story) stories.unshift(at.story);
  return stories;
}
