import { expect, test } from 'vitest';
import { noSums, senseOf, sumsOf, withSums } from '../../../scripts/ingest/cases/model/book-sense.ts';
import { featuresOf } from '../../../scripts/ingest/cases/model/features.ts';
import { emptyLattice, posterior } from '../../../scripts/ingest/cases/model/lattice.ts';
import {
  featuresByBook,
  lookAgain,
  secondFeatures,
} from '../../../scripts/ingest/cases/model/second-look.ts';
import { must } from '../../../src/lib/must.ts';

const told = '2016年春天，老傅第三次走进我们的展厅，没有说话，掏出一张皱巴巴的单子递给小唐。';
const argued = '要守住交期，必须先有规矩。凡是应承下来的事情，往往都需要有人盯着，否则信任就不能长久。';
/** A rule of four paragraphs whose middle two are surely a story. */
const texts = [argued, told, told, argued];
const { readings } = featuresOf(texts).paragraphs;
const probability = new Float64Array(16);
probability[1 * 4 + 1] = 1;
const sums = sumsOf(readings, { size: 4, longest: 4, probability });

test('counts what a rule shows of its book: stories, their length, and how they speak', () => {
  expect(sums).toMatchObject({ paragraphs: 4, told: 2, stories: 1, storyParagraphs: 2 });
  expect(sums.storyCharacters).toBe(2 * told.length);
  const sense = must(senseOf(sums));
  const values = featuresByBook(readings, sense);
  const inSum = secondFeatures.indexOf('told in sum') - 1;
  expect(must(values(1, 2)[inSum])).toBeGreaterThan(0);
  expect(must(values(0, 0)[inSum])).toBeLessThan(0);
});

test('takes a rule’s own part out again, and shows nothing of a book that has no other rule', () => {
  const without = withSums(withSums(noSums(), sums), sums, -1);
  expect(without).toEqual(noSums());
  expect(senseOf(without)).toBeUndefined();
});

test('prefers stories of the length that a book’s stories have', () => {
  const lattice = emptyLattice(4, 4);
  const sense = must(senseOf(withSums(withSums(sums, sums), withSums(sums, sums))));
  const weights = Float64Array.from(secondFeatures, (name) =>
    name === 'first score' ? 1 : name === 'characters off the usual' ? -3 : 0,
  );
  const likely = posterior(lookAgain(lattice, featuresByBook(readings, sense), weights)).story;
  const before = posterior(lattice).story;
  expect(likely[1 * 4 + 1]!).toBeGreaterThan(before[1 * 4 + 1]!);
  expect(likely[0 * 4 + 3]!).toBeLessThan(before[0 * 4 + 3]!);
});
