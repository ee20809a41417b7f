/** What the paragraphs of a rule say about where stories stand. Scores are log-odds. */
export interface Evidence {
  /** For being told rather than argued, a paragraph each. */
  told: number[];
  /** For a story that starts with the paragraph. */
  start: number[];
  /** For a story that ends before the paragraph; one more than there are paragraphs, the last for ending with the rule. */
  end: number[];
  /** `story`, `first` (of a story) or `argued` where a marker, a label or an editor settles it. */
  settled: ('story' | 'first' | 'argued' | undefined)[];
}

/** `first` to `last`, both included. */
export interface Run {
  first: number;
  last: number;
  /** Probability of exactly this run among all ways to divide the paragraphs. */
  probability: number;
}

const argued = 0,
  first = 1,
  later = 2;
const states = [argued, first, later] as const;
type State = (typeof states)[number];

/**
 * Divide paragraphs into argument and stories: the likeliest path through a three-state model (argued, first paragraph of a
 * story, later paragraph of one), found by the Viterbi algorithm; probabilities by the forward-backward algorithm.
 */
export function divide(evidence: Evidence): Run[] {
  const length = evidence.told.length;
  if (length === 0) return [];
  const path = likeliest(evidence);
  const runs: Run[] = [];
  for (let index = 0; index < length; index += 1) {
    if (path[index] !== first) continue;
    let last = index;
    while (path[last + 1] === later) last += 1;
    runs.push({ first: index, last, probability: 0 });
  }
  if (runs.length > 0) rate(runs, evidence);
  return runs;
}

/** Score of being in `state` at paragraph `index`. */
function emission({ told, settled }: Evidence, index: number, state: State): number {
  const fixed = settled[index];
  if (fixed === 'argued') return state === argued ? 0 : -Infinity;
  if (fixed === 'first') return state === first ? 0 : -Infinity;
  if (fixed === 'story') return state === argued ? -Infinity : 0;
  return state === argued ? 0 : told[index]!;
}

/** Score of going from `from` to `to` at paragraph `index`. */
function transition({ start, end, settled }: Evidence, index: number, from: State, to: State): number {
  if (to === later) return from === argued ? -Infinity : 0;
  const ends = from === argued ? 0 : end[index]!;
  if (to === argued) return ends;
  return ends + (settled[index] === 'first' ? 0 : start[index]!);
}

function likeliest(evidence: Evidence): State[] {
  const length = evidence.told.length;
  const back: State[][] = [];
  let best = states.map((state) =>
    state === later ? -Infinity : emission(evidence, 0, state) + transition(evidence, 0, argued, state),
  );
  for (let index = 1; index < length; index += 1) {
    const from: State[] = [];
    const previous = best;
    best = states.map((to) => {
      const scores = states.map((state) => previous[state]! + transition(evidence, index, state, to));
      const top = scores.indexOf(Math.max(...scores)) as State;
      from.push(top);
      return scores[top]! + emission(evidence, index, to);
    });
    back.push(from);
  }
  const final = states.map((state) => best[state]! + transition(evidence, length, state, argued));
  const path: State[] = [final.indexOf(Math.max(...final)) as State];
  for (let index = length - 2; index >= 0; index -= 1) path.unshift(back[index]![path[0]!]!);
  return path;
}

/** Fill in the runs' probabilities. */
function rate(runs: Run[], evidence: Evidence): void {
  const length = evidence.told.length;
  const forward: number[][] = [];
  for (let index = 0; index < length; index += 1) {
    forward.push(
      states.map((to) => {
        const before =
          index === 0
            ? [to === later ? -Infinity : transition(evidence, 0, argued, to)]
            : states.map((from) => forward[index - 1]![from]! + transition(evidence, index, from, to));
        return logSum(before) + emission(evidence, index, to);
      }),
    );
  }
  /** Score of all ways to go on after `index`, being in the state there. */
  const backward: number[][] = Array.from({ length }, () => []);
  for (let index = length - 1; index >= 0; index -= 1) {
    backward[index] = states.map((from) =>
      index === length - 1
        ? transition(evidence, length, from, argued)
        : logSum(
            states.map(
              (to) =>
                transition(evidence, index + 1, from, to) +
                emission(evidence, index + 1, to) +
                backward[index + 1]![to]!,
            ),
          ),
    );
  }
  const all = logSum(states.map((state) => forward[length - 1]![state]! + backward[length - 1]![state]!));
  for (const run of runs) {
    let score = forward[run.first]![first]!;
    for (let index = run.first + 1; index <= run.last; index += 1) score += emission(evidence, index, later);
    const next = run.last + 1;
    const rest =
      next === length
        ? transition(evidence, length, later, argued)
        : logSum(
            [argued, first].map(
              (to) =>
                transition(evidence, next, later, to as State) +
                emission(evidence, next, to as State) +
                backward[next]![to]!,
            ),
          );
    run.probability = Math.min(1, Math.exp(score + rest - all));
  }
}

function logSum(scores: number[]): number {
  const top = Math.max(...scores);
  if (top === -Infinity) return -Infinity;
  return top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0));
}
