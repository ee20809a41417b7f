import { choose } from '../ingest/cases/model/divisions/choose.ts';
import type { Weights } from '../ingest/cases/model/weights.ts';
import { leastWorth } from '../ingest/cases/find-cases.ts';
import type { Annotated } from './examples.ts';
import { firstLooks, secondLook, type FirstLook } from './second.ts';

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

/** Find a book's stories with these weights and compare. What may be found or not counts neither way. */
export function measure(rules: Annotated[], weights: Weights): Tally {
  return firstLooks(rules, weights.first)
    .map((look) => measureRule(look, weights.second))
    .reduce(sum, noTally);
}

function measureRule(look: FirstLook, weights: Float64Array): Tally {
  const { rule } = look.rule;
  const { size, longest } = look.lattice;
  const found = choose(secondLook(look, weights), size, longest, leastWorth);
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
