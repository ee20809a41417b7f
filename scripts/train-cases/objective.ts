import { posterior, type Lattice } from '../ingest/cases/model/divisions/lattice.ts';
import type { RuleFeatures } from '../ingest/cases/model/features/features.ts';
import { adjacentAt, roleAt, score, segmentsAt } from '../ingest/cases/model/score.ts';
import { traitsAt } from '../ingest/cases/model/features/segment.ts';
import type { Sparse } from '../ingest/cases/model/features/sparse.ts';
import { TraitGradient } from '../ingest/cases/model/features/traits.ts';
import { must } from '../../src/lib/must.ts';

/** A rule to learn from. */
export interface Example {
  features: RuleFeatures;
  /** What markers and labels leave possible. */
  possible: Lattice;
  /** What the annotation leaves possible of that. */
  right: Lattice;
  weight: number;
}

function learn({ ids, values }: Sparse, gradient: Float64Array, base: number, amount: number): void {
  if (Math.abs(amount) < 1e-9) return;
  for (let at = 0; at < ids.length; at += 1) gradient[base + ids[at]!]! += amount * values[at]!;
}

/** Add the share of one way of weighing the stories to the gradient of the weights. */
function expect(
  example: Example,
  probability: Float64Array,
  adjacent: Float64Array,
  amount: number,
  gradient: Float64Array,
): void {
  const {
    paragraphs: { readings },
    segment,
  } = example.features;
  const { size, longest } = example.possible;
  const ofTraits = new TraitGradient(readings);
  const insides = new Float64Array(size + 1);
  const lasts = new Float64Array(size);
  for (let start = 0; start < size; start += 1) {
    let starts = 0;
    for (let length = 1; length <= longest && start + length <= size; length += 1) {
      const p = probability[start * longest + length - 1]!;
      if (p < 1e-9) continue;
      starts += p;
      lasts[start + length - 1]! += p;
      insides[start]! += p;
      insides[start + length]! -= p;
      learn(segment(start, length), gradient, segmentsAt, amount * p);
      ofTraits.add(start, start + length - 1, amount * p);
    }
    learn(must(readings[start]).features, gradient, roleAt.first, amount * starts);
    if (start > 0) learn(must(readings[start - 1]).features, gradient, roleAt.before, amount * starts);
    gradient[adjacentAt]! += amount * adjacent[start]!;
  }
  ofTraits.addTo(gradient, segmentsAt + traitsAt);
  let within = 0;
  for (let at = 0; at < size; at += 1) {
    within += insides[at]!;
    const { features } = must(readings[at]);
    learn(features, gradient, roleAt.inside, amount * within);
    learn(features, gradient, roleAt.last, amount * lasts[at]!);
    if (at + 1 < size) learn(must(readings[at + 1]).features, gradient, roleAt.after, amount * lasts[at]!);
  }
}

/** How unlikely the weights find the annotation; fills the gradient. */
export function objectiveOf(examples: Example[]) {
  return (weights: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    gradient.fill(0);
    for (const example of examples) {
      const possible = score(example.features, example.possible, weights);
      const all = posterior(possible);
      const right = posterior({
        ...possible,
        story: masked(possible.story, example.right.story),
        told: example.right.told,
      });
      value += example.weight * (all.all - right.all);
      expect(example, all.story, all.adjacent, example.weight, gradient);
      expect(example, right.story, right.adjacent, -example.weight, gradient);
    }
    return value;
  };
}

export function masked(scores: Float64Array, mask: Float64Array): Float64Array {
  return scores.map((score, at) => (mask[at] === -Infinity ? -Infinity : score));
}
