import { choose } from '../ingest/cases/model/choose.ts';
import { posterior } from '../ingest/cases/model/lattice.ts';
import { score } from '../ingest/cases/model/score.ts';
import { leastProbability } from '../ingest/cases/find-cases.ts';
import type { AnnotatedRule } from './casebook.ts';
import type { Example } from './objective.ts';

/** A rule with what was annotated in it. */
export interface Annotated {
  rule: AnnotatedRule;
  example: Example;
}

/** How stories found compare with those annotated. */
export interface Tally {
  /** Found with the very range. */
  exact: number;
  /** Whose beginning was found. */
  begun: number;
  found: number;
  annotated: number;
  /** Look-alikes that lie in a story found. */
  taken: number;
  lookalikes: number;
}

export const noTally: Tally = { exact: 0, begun: 0, found: 0, annotated: 0, taken: 0, lookalikes: 0 };

/** Find stories with these weights and compare. What may be found or not counts neither way. */
export function measure(rules: Annotated[], weights: Float64Array): Tally {
  return rules.map((each) => measureRule(each, weights)).reduce(sum, noTally);
}

function measureRule({ rule, example }: Annotated, weights: Float64Array): Tally {
  const lattice = score(example.features, example.possible, weights);
  const found = choose(posterior(lattice).story, lattice.size, lattice.longest, leastProbability);
  const begins = (first: number) => found.some((story) => story.first === first);
  const isExact = (story: { first: number; last: number }) =>
    found.some(({ first, last }) => first === story.first && last === story.last);
  const optional = found.filter(
    ({ first, last }) =>
      rule.optional.some((story) => story.first === first) &&
      !rule.cases.some((story) => story.first === first && story.last === last),
  );
  return {
    exact: rule.cases.filter(isExact).length,
    begun: rule.cases.filter(({ first }) => begins(first)).length,
    found: found.length - optional.length,
    annotated: rule.cases.length,
    taken: rule.lookalikes.filter((at) => found.some(({ first, last }) => first <= at && at <= last)).length,
    lookalikes: rule.lookalikes.length,
  };
}

export function sum(a: Tally, b: Tally): Tally {
  return {
    exact: a.exact + b.exact,
    begun: a.begun + b.begun,
    found: a.found + b.found,
    annotated: a.annotated + b.annotated,
    taken: a.taken + b.taken,
    lookalikes: a.lookalikes + b.lookalikes,
  };
}

/** Harmonic mean of precision and recall of exact ranges. */
export function f1({ exact, found, annotated }: Tally): number {
  return exact === 0 ? 0 : (2 * exact) / (found + annotated);
}
