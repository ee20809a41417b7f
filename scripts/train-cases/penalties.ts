import { featureNames } from '../ingest/cases/model/features/features.ts';
import { segmentsAt } from '../ingest/cases/model/score.ts';

/**
 * What a weight costs, squared and halved, by the kind of its feature: the first kind whose pattern the name has. A
 * single word, a length and how much of a sentence there is are habits of an author, so that their weights cost most.
 * How a story differs from the argument around it is much the same in all books.
 *
 * Chosen on the books in `styles/`, left out of training; the folds of authors had no say.
 */
const kinds: [kind: RegExp, penalty: number][] = [
  [/: (?:first|last) sentence family /, 10],
  [/: (?:first|last) sentence cue /, 15],
  [/: (?:first|last) sentence /, 40],
  [/: (?:cue|family|any)/, 10],
  [/: (?:longer than|share|one sentence)/, 20],
  [/: /, 3],
  [/^(?:story|one paragraph|\d+ paragraphs or more|more than \d+ characters)$/, 9],
  [/^contrast /, 0.6],
  [/^mean /, 4],
  [
    /^(?:cohesion|inside less|first joins|last joins|join|told|names|name share|new names|ties|share of ties)/,
    6,
  ],
];
/** What a weight of any other kind costs. */
const usualPenalty = 3;

/** What a paragraph's weight and a segment's cost if only that is told apart. */
const [paragraphPenalty, segmentPenalty] = [10, 1];

/**
 * What each weight costs, in the order of the features, in two ways. One keeps more of what is common in the books that
 * are known, the other of what holds anywhere. The weights are the mean of both. On books left out, the second alone does
 * about as well; but it doubts a case of the shipped edition that the mean is sure of.
 */
export function penalties(): Float64Array[] {
  const names = featureNames();
  return [
    Float64Array.from(names, (_, at) => (at < segmentsAt ? paragraphPenalty : segmentPenalty)),
    Float64Array.from(names, (name) => kinds.find(([kind]) => kind.test(name))?.[1] ?? usualPenalty),
  ];
}
