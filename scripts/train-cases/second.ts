import { senseOf, sumOf, sumsOf } from '../ingest/cases/model/book-sense.ts';
import { posterior, type Lattice } from '../ingest/cases/model/divisions/lattice.ts';
import { score } from '../ingest/cases/model/score.ts';
import {
  featuresByBook,
  lookAgain,
  secondFeatures,
  type StoryFeatures,
} from '../ingest/cases/model/second-look.ts';
import { minimise } from './lbfgs.ts';
import type { Annotated } from './examples.ts';
import { masked } from './objective.ts';

/** A first look at a rule, and the features of its stories for a second; without any if no other rule shows anything. */
export interface FirstLook {
  rule: Annotated;
  lattice: Lattice;
  features: StoryFeatures | undefined;
}

/** Look at a book's rules with weights of the first look. What a book shows of itself to a rule is without that rule's part. */
export function firstLooks(rules: Annotated[], weights: Float64Array): FirstLook[] {
  const looks = rules.map((rule) => {
    const { features, possible } = rule.example;
    const lattice = score(features, possible, weights);
    const { paragraphs } = features;
    const probability = posterior(lattice).story;
    return { rule, lattice, paragraphs, sums: sumsOf(paragraphs, { ...lattice, probability }) };
  });
  const all = sumOf(looks.map(({ sums }) => sums));
  return looks.map(({ rule, lattice, paragraphs, sums }) => {
    const sense = senseOf(all, sums);
    return { rule, lattice, features: sense && featuresByBook(paragraphs, sense) };
  });
}

/** Probabilities of the stories at a second look. */
export function secondLook({ lattice, features }: FirstLook, weights: Float64Array): Float64Array {
  return posterior(features ? lookAgain(lattice, features, weights) : lattice).story;
}

/** How much a weight costs, squared and halved. */
const penalty = 1;
/** The score of the first look stays as it is unless there is much against it; how likely stories are at all is free. */
const penaltyOfFirstScore = 20;
const penaltyOfAny = 0.01;

/** Learn the weights of the second look from first looks by weights that were learned without the books looked at. */
export function learnSecond(looks: FirstLook[], steps = 40): Float64Array {
  const examples = looks.flatMap(({ rule, lattice, features }) =>
    features ? [{ ...rule.example, lattice, values: valuesOf(lattice, features) }] : [],
  );
  const start = Float64Array.from(secondFeatures, (_, at) => (at === 0 ? 1 : 0));
  const costs = Float64Array.from(
    secondFeatures,
    (_, at) => [penaltyOfFirstScore, penaltyOfAny][at] ?? penalty,
  );
  const weights = Float64Array.from(start);
  minimise(
    (x, gradient) => {
      let value = 0;
      for (let at = 0; at < x.length; at += 1) {
        const off = x[at]! - start[at]!;
        value += 0.5 * costs[at]! * off * off;
        gradient[at] = costs[at]! * off;
      }
      for (const { lattice, values, right, weight } of examples) {
        const seen = { ...lattice, story: scoresOf(values, x) };
        const all = posterior(seen);
        const meant = posterior({ ...seen, story: masked(seen.story, right.story), told: right.told });
        value += weight * (all.all - meant.all);
        values.forEach((own, story) => {
          const amount = weight * (all.story[story]! - meant.story[story]!);
          if (own && Math.abs(amount) > 1e-9) own.forEach((each, at) => (gradient[at]! += amount * each));
        });
      }
      return value;
    },
    weights,
    { steps },
  );
  return weights;
}

/** All features of each story, the first score among them; `undefined` where there can be none. */
function valuesOf({ size, longest, story }: Lattice, features: StoryFeatures): (number[] | undefined)[] {
  return Array.from(story, (score, at) => {
    const first = Math.floor(at / longest);
    const last = first + (at % longest);
    return score === -Infinity || last >= size ? undefined : [score, ...features(first, last)];
  });
}

function scoresOf(values: (number[] | undefined)[], weights: Float64Array): Float64Array {
  return Float64Array.from(
    values,
    (own) => own?.reduce((sum, value, at) => sum + weights[at]! * value, 0) ?? -Infinity,
  );
}
