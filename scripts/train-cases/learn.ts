import { segmentsAt, weightCount } from '../ingest/cases/model/score.ts';
import { minimise } from './lbfgs.ts';
import { objectiveOf, type Example } from './objective.ts';

/** How much a weight costs, squared and halved: paragraphs' features are many and get little each. */
const paragraphPenalty = 10;
const segmentPenalty = 1;

/** Learn the weights under which the annotations are likely. Deterministic. */
export function learn(examples: Example[], steps = 50): Float64Array {
  const weights = new Float64Array(weightCount);
  const penalty = new Float64Array(weightCount).fill(paragraphPenalty).fill(segmentPenalty, segmentsAt);
  minimise(objectiveOf(examples, penalty), weights, { steps });
  return weights;
}
