/** All ways to divide `size` paragraphs into argument and stories, each with its score; what can't be is `-Infinity`. */
export interface Lattice {
  size: number;
  /** Longest story that is tried. */
  longest: number;
  /** Score of the story of `length` paragraphs from `first`, at `[first * longest + length - 1]`. Argument scores 0. */
  story: Float64Array;
  /** Added to a story from `first` that follows another without argument between them. */
  adjacent: Float64Array;
  /** 1 where a paragraph can't be argument. */
  told: Uint8Array;
}

/** The log of the sum over all ways, and how likely each story is. */
export interface Posterior {
  all: number;
  /** Probability of each story, in the order of `Lattice.story`. */
  story: Float64Array;
  /** Probability that a story starts at a paragraph right after another. */
  adjacent: Float64Array;
}

/** A lattice in which everything is possible and nothing scores. */
export function emptyLattice(size: number, longest: number): Lattice {
  const story = new Float64Array(size * longest).fill(-Infinity);
  for (let first = 0; first < size; first += 1)
    story.fill(0, first * longest, first * longest + Math.min(longest, size - first));
  return { size, longest, story, adjacent: new Float64Array(size), told: new Uint8Array(size) };
}

/** Weigh all ways against one another (forward-backward over segments). */
export function posterior({ size, longest, story, adjacent, told }: Lattice): Posterior {
  // Sums over the ways up to a paragraph that end with argument and with a story, and over the ways on from there.
  const argued = new Float64Array(size + 1).fill(-Infinity);
  const ended = new Float64Array(size + 1).fill(-Infinity);
  argued[0] = 0;
  const before = new Float64Array(size + 1);
  for (let at = 0; at < size; at += 1) {
    before[at] = logAdd(argued[at]!, ended[at]! + adjacent[at]!);
    if (!told[at]) argued[at + 1] = logAdd(argued[at]!, ended[at]!);
    for (let length = 1; length <= longest && at + length <= size; length += 1)
      ended[at + length] = logAdd(ended[at + length]!, before[at]! + story[at * longest + length - 1]!);
  }
  const all = logAdd(argued[size]!, ended[size]!);
  const afterArgument = new Float64Array(size + 1);
  const afterStory = new Float64Array(size + 1);
  const starting = new Float64Array(size);
  for (let at = size - 1; at >= 0; at -= 1) {
    let stories = -Infinity;
    for (let length = 1; length <= longest && at + length <= size; length += 1)
      stories = logAdd(stories, story[at * longest + length - 1]! + afterStory[at + length]!);
    const argument = told[at] ? -Infinity : afterArgument[at + 1]!;
    starting[at] = stories;
    afterArgument[at] = logAdd(argument, stories);
    afterStory[at] = logAdd(argument, stories + adjacent[at]!);
  }
  const probability = new Float64Array(size * longest);
  const following = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    following[at] = Math.exp(ended[at]! + adjacent[at]! + starting[at]! - all);
    for (let length = 1; length <= longest && at + length <= size; length += 1)
      probability[at * longest + length - 1] = Math.exp(
        before[at]! + story[at * longest + length - 1]! + afterStory[at + length]! - all,
      );
  }
  return { all, story: probability, adjacent: following };
}

function logAdd(a: number, b: number): number {
  if (a < b) return b + Math.log1p(Math.exp(a - b));
  return b === -Infinity ? a : a + Math.log1p(Math.exp(b - a));
}
