import { expect, test } from 'vitest';
import { featureNames, fingerprint } from '../../../scripts/ingest/cases/model/features/features.ts';
import { emptyLattice, posterior } from '../../../scripts/ingest/cases/model/divisions/lattice.ts';
import { choose } from '../../../scripts/ingest/cases/model/divisions/choose.ts';
import { clear } from '../../../scripts/ingest/cases/cases-of-book.ts';
import { lookAt } from '../../../scripts/ingest/cases/find-cases.ts';
import { learnedWeights, pack, unpack } from '../../../scripts/ingest/cases/model/weights.ts';
import { secondFeatures } from '../../../scripts/ingest/cases/model/second-look.ts';
import { weightCount } from '../../../scripts/ingest/cases/model/score.ts';
import { outcomeOf } from '../../../scripts/ingest/describe/outcome.ts';
import { readOutcomes } from '../../../scripts/train-cases/outcomes.ts';
import { annotatedBooks } from '../../../scripts/train-cases/annotated-books.ts';
import { minimise } from '../../../scripts/train-cases/lbfgs.ts';
import {
  examplesOf,
  learnedWithout,
  setOf,
  measureBooks,
  prepareBooks,
} from '../../../scripts/train-cases/left-out.ts';
import { objectiveOf } from '../../../scripts/train-cases/objective.ts';
import { f1, sum } from '../../../scripts/train-cases/measure.ts';
import { must } from '../../../src/lib/must.ts';

// Without variants, which make training four times as long: the fast form of what `npm run train-cases` measures.
const books = prepareBooks(annotatedBooks(), false);

test('finds the cases of authors it never saw: half of them left out', () => {
  const { folds, learned } = learnedWithout(books, 2, 40);
  // The second look as it is shipped: its few weights were learned from first looks at books left out.
  const { second } = learnedWeights();
  const leftOut = folds
    .map((left, fold) => measureBooks(setOf(left, 'authors'), { first: learned(fold), second }))
    .reduce(sum);
  expect(leftOut.annotated).toBe(235);
  expect(f1(leftOut)).toBeGreaterThan(0.745);
  expect(leftOut.begun / leftOut.annotated).toBeGreaterThan(0.815);
  expect(leftOut.taken).toBeLessThan(14);
});

test('finds nothing in laws, manuals, questions and answers, and essays that is clear enough for a book to have cases', () => {
  const rules = annotatedBooks().flatMap(({ set, rules }) => (set === 'plain' ? rules : []));
  expect(rules.length).toBeGreaterThan(20);
  const found = rules.flatMap(({ paragraphs }) =>
    lookAt({
      status: 'complete',
      paragraphs: paragraphs.map((text) => ({ text, lines: [1, 1] })),
    }).ranges(),
  );
  expect(found.length).toBeLessThanOrEqual(2);
  expect(found.filter(({ confidence }) => confidence >= clear)).toEqual([]);
});

test('says of two stories in five how they ended, and is right about three of four', () => {
  const outcomes = readOutcomes();
  const told = outcomes.map(({ outcome, paragraphs }) => ({ outcome, found: outcomeOf(paragraphs) }));
  const said = told.filter(({ found }) => found !== undefined);
  expect(outcomes.length).toBe(60);
  expect(said.length).toBeGreaterThanOrEqual(24);
  expect(said.filter(({ outcome, found }) => outcome === found).length / said.length).toBeGreaterThan(0.72);
});

test('finds nearly all it learned from, with the weights as they are shipped', () => {
  const seen = measureBooks(books, learnedWeights());
  // The books of one hand count for less, so that they are learned less closely.
  expect(f1(seen)).toBeGreaterThan(0.91);
});

test('packs weights to 8 bits and unpacks them to within half a step', () => {
  const first = Float64Array.from({ length: weightCount }, (_, at) => Math.sin(at));
  const second = Float64Array.from(secondFeatures, (_, at) => at / 8);
  const unpacked = unpack(pack({ first, second }, 0));
  const worst = first.reduce((most, weight, at) => Math.max(most, Math.abs(weight - unpacked.first[at]!)), 0);
  expect(unpacked.second).toEqual(second);
  expect(worst).toBeLessThan(0.0041);
});

test('refuses weights that were learned for other features, and says what to do', () => {
  const second = new Float64Array(secondFeatures.length);
  const packed = pack({ first: new Float64Array(weightCount), second }, 0);
  expect(() => unpack({ ...packed, features: '0123456789abcdef' })).toThrow(
    /learned for other features \(0123456789abcdef; they are [0-9a-f]{16} now\).*npm run train-cases/,
  );
  expect(fingerprint()).toBe(packed.features);
});

test('names every feature once', () => {
  const names = featureNames();
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBe(weightCount);
});

test('has a gradient that agrees with the objective', () => {
  const objective = objectiveOf(examplesOf(books.slice(0, 1)).slice(0, 3));
  const weights = Float64Array.from({ length: weightCount }, (_, at) => 0.05 * Math.sin(at));
  const gradient = new Float64Array(weightCount);
  objective(weights, gradient);
  const unused = new Float64Array(weightCount);
  for (const at of [0, 1, 900, weightCount - 1, ...featureNames().keys()].filter((at) => at % 997 === 0)) {
    const [up, down] = [0.0001, -0.0001].map((step) =>
      objective(weights.with(at, weights[at]! + step), unused),
    );
    expect((must(up) - must(down)) / 0.0002, featureNames()[at]).toBeCloseTo(gradient[at]!, 4);
  }
});

test('finds the bottom of a bowl', () => {
  const x = new Float64Array(3);
  minimise((at, gradient) => {
    let value = 0;
    at.forEach((each, index) => {
      gradient[index] = 2 * (index + 1) * (each - index);
      value += (index + 1) * (each - index) ** 2;
    });
    return value;
  }, x);
  expect(Array.from(x, (each) => Math.round(each * 1000) / 1000)).toEqual([0, 1, 2]);
});

test('weighs all ways to divide three paragraphs: the probabilities are those of counting them', () => {
  const lattice = emptyLattice(3, 3);
  // Argument or story at each place, stories of one to three paragraphs: 13 ways.
  const { all, story } = posterior(lattice);
  expect(Math.exp(all)).toBeCloseTo(13);
  expect(story[0 * 3 + 2]! * 13).toBeCloseTo(1);
  expect(story[0 * 3]! * 13).toBeCloseTo(5);
});

test('chooses ranges for what they are expected to be worth, not the likeliest division', () => {
  const probability = new Float64Array(9);
  probability[0 * 3] = 0.4;
  probability[1 * 3 + 1] = 0.4;
  probability[0 * 3 + 2] = 0.45;
  expect(choose(probability, 3, 3, 0.5)).toEqual([
    { first: 0, last: 0, probability: 0.4 },
    { first: 1, last: 2, probability: 0.4 },
  ]);
});

test('chooses a story that surely begins, though it may end in several places', () => {
  const probability = new Float64Array(9);
  probability.set([0.3, 0.38, 0.3], 0);
  expect(choose(probability, 3, 3, 0.6)).toEqual([{ first: 0, last: 1, probability: 0.38 }]);
  probability.set([0, 0.38, 0], 0);
  expect(choose(probability, 3, 3, 0.6)).toEqual([]);
});
