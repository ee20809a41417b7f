import type { BookSense } from './book-sense.ts';
import type { Lattice } from './lattice.ts';
import type { ParagraphReading } from './paragraph.ts';
import { must } from '../../../../src/lib/must.ts';

/** What a second look at a story goes by: its first score, and how it fits what the rest of the book tells. */
export const secondFeatures = [
  'first score',
  'any',
  'told in sum',
  'told in the mean',
  'told least',
  'told before it',
  'told after it',
  'told first',
  'told last',
  'paragraphs off the usual',
  'characters off the usual',
  'more paragraphs than usual',
  'more characters than usual',
] as const;

/** A paragraph that is unlike all others of its book is told this much, or argued, at most. */
const mostTold = 3;

/**
 * The features of a rule's stories for a second look, but for the first score.
 * @param sense what the other rules of the book show
 */
export function featuresByBook(
  readings: ParagraphReading[],
  sense: BookSense,
): (first: number, last: number) => number[] {
  const told = readings.map(({ traits }) => {
    let sum = 0;
    for (let trait = 0; trait < traits.length; trait += 1)
      sum += sense.direction[trait]! * (traits[trait]! - sense.middle[trait]!);
    return Math.max(-mostTold, Math.min(mostTold, sum));
  });
  return (first, last) => {
    const length = last - first + 1;
    let sum = 0;
    let least = mostTold;
    let characters = 0;
    for (let at = first; at <= last; at += 1) {
      const own = must(told[at]);
      sum += own;
      least = Math.min(least, own);
      characters += must(readings[at]).length;
    }
    const longer = Math.log(length / sense.paragraphs);
    const larger = Math.log(characters / sense.characters);
    return [
      1,
      sum,
      sum / length,
      least,
      told[first - 1] ?? 0,
      told[last + 1] ?? 0,
      must(told[first]),
      must(told[last]),
      sense.evidence * Math.log(1 + 4 * longer ** 2),
      sense.evidence * Math.log(1 + 4 * larger ** 2),
      sense.evidence * Math.tanh(longer),
      sense.evidence * Math.tanh(larger),
    ];
  };
}

/** The lattice of a first look with the scores that a second one gives its stories. */
export function lookAgain(
  lattice: Lattice,
  features: (first: number, last: number) => number[],
  weights: Float64Array,
): Lattice {
  const { size, longest } = lattice;
  const story = lattice.story.map((score, at) => {
    const first = Math.floor(at / longest);
    const last = first + (at % longest);
    if (score === -Infinity || last >= size) return score;
    return features(first, last).reduce(
      (sum, value, index) => sum + weights[index + 1]! * value,
      weights[0]! * score,
    );
  });
  return { ...lattice, story };
}
