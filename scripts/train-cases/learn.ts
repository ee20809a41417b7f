import { weightCount } from '../ingest/cases/model/score.ts';
import { minimise } from './lbfgs.ts';
import { objectiveOf, type Example } from './objective.ts';
import { penalties } from './penalties.ts';

/** A step that brings less than this share of the whole is the last. */
const tolerance = 2e-5;

/** Learn the weights under which the annotations are likely: the mean of those that each way of costing them leads to. Deterministic. */
export function learn(examples: Example[], steps = 50): Float64Array {
  const learnt = penalties().map((costs) => learnAt(costs, examples, steps));
  return Float64Array.from(
    { length: weightCount },
    (_, at) => learnt.reduce((sum, weights) => sum + weights[at]!, 0) / learnt.length,
  );
}

function learnAt(costs: Float64Array, examples: Example[], steps: number): Float64Array {
  // Measured in units in which each costs the same, the weights are found in fewer steps.
  const units = costs.map((penalty) => 1 / Math.sqrt(penalty));
  const unlikeliness = objectiveOf(examples);
  const scaled = new Float64Array(weightCount);
  const weights = new Float64Array(weightCount);
  const slopes = new Float64Array(weightCount);
  minimise(
    (x, gradient) => {
      let value = 0;
      for (let at = 0; at < weightCount; at += 1) {
        weights[at] = x[at]! * units[at]!;
        value += 0.5 * x[at]! * x[at]!;
      }
      value += unlikeliness(weights, slopes);
      for (let at = 0; at < weightCount; at += 1) gradient[at] = x[at]! + slopes[at]! * units[at]!;
      return value;
    },
    scaled,
    { steps, tolerance },
  );
  return scaled.map((value, at) => value * units[at]!);
}
