import type { BookSense } from './book-sense.ts';
import type { Lattice } from './divisions/lattice.ts';
import { linkFeatures, linksOf, linksThrough } from './links.ts';
import type { Paragraphs } from './features/segment.ts';

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
  ...linkFeatures,
] as const;

/** A paragraph that is unlike all others of its book is told this much, or argued, at most. */
const mostTold = 3;

/** Where the links' features start among those of a story, which are without the first score. */
const linksAt = secondFeatures.indexOf(linkFeatures[0]) - 1;

/** The features of the story from one paragraph to another, but for the first score. The array is filled anew for each. */
export type StoryFeatures = (first: number, last: number) => Float64Array;

/**
 * The features of a rule's stories for a second look.
 * @param sense what the other rules of the book show
 */
export function featuresByBook(
  paragraphs: Pick<Paragraphs, 'readings' | 'repeated'>,
  sense: BookSense,
): StoryFeatures {
  const { readings } = paragraphs;
  const links = linksOf(paragraphs, sense.newness);
  const told = Float64Array.from(readings, ({ traits }) => {
    let sum = 0;
    for (let trait = 0; trait < traits.length; trait += 1)
      sum += sense.direction[trait]! * (traits[trait]! - sense.middle[trait]!);
    return Math.max(-mostTold, Math.min(mostTold, sum));
  });
  const lengths = Int32Array.from(readings, ({ length }) => length);
  const values = new Float64Array(secondFeatures.length - 1);
  return (first, last) => {
    const length = last - first + 1;
    let sum = 0;
    let least = mostTold;
    let characters = 0;
    for (let at = first; at <= last; at += 1) {
      sum += told[at]!;
      least = Math.min(least, told[at]!);
      characters += lengths[at]!;
    }
    const longer = Math.log(length / sense.paragraphs);
    const larger = Math.log(characters / sense.characters);
    values[0] = 1;
    values[1] = sum;
    values[2] = sum / length;
    values[3] = least;
    values[4] = told[first - 1] ?? 0;
    values[5] = told[last + 1] ?? 0;
    values[6] = told[first]!;
    values[7] = told[last]!;
    values[8] = sense.evidence * Math.log(1 + 4 * longer ** 2);
    values[9] = sense.evidence * Math.log(1 + 4 * larger ** 2);
    values[10] = sense.evidence * Math.tanh(longer);
    values[11] = sense.evidence * Math.tanh(larger);
    linksThrough(links, first, last, values, linksAt);
    return values;
  };
}

/** The lattice of a first look with the scores that a second one gives its stories. */
export function lookAgain(lattice: Lattice, features: StoryFeatures, weights: Float64Array): Lattice {
  const { size, longest } = lattice;
  const story = Float64Array.from(lattice.story);
  for (let first = 0; first < size; first += 1)
    for (let length = 1; length <= longest && first + length <= size; length += 1) {
      const at = first * longest + length - 1;
      if (story[at] === -Infinity) continue;
      const values = features(first, first + length - 1);
      let score = weights[0]! * story[at]!;
      for (let index = 0; index < values.length; index += 1) score += weights[index + 1]! * values[index]!;
      story[at] = score;
    }
  return { ...lattice, story };
}
