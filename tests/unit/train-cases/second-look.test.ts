import { expect, test } from 'vitest';
import { senseOf, sumOf, sumsOf } from '../../../scripts/ingest/cases/model/book-sense.ts';
import { featuresOf } from '../../../scripts/ingest/cases/model/features/features.ts';
import { linkFeatures, linksOf, linksThrough } from '../../../scripts/ingest/cases/model/links.ts';
import { reach } from '../../../scripts/ingest/cases/model/features/segment.ts';
import { emptyLattice, posterior } from '../../../scripts/ingest/cases/model/divisions/lattice.ts';
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
const { paragraphs } = featuresOf(texts);
const probability = new Float64Array(16);
probability[1 * 4 + 1] = 1;
const sums = sumsOf(paragraphs, { size: 4, longest: 4, probability });

test('counts what a rule shows of its book: stories, their length, and how they speak', () => {
  expect(sums).toMatchObject({ paragraphs: 4, told: 2, stories: 1, storyParagraphs: 2 });
  expect(sums.storyCharacters).toBe(2 * told.length);
  const sense = must(senseOf(sumOf([sums])));
  const values = featuresByBook(paragraphs, sense);
  const inSum = secondFeatures.indexOf('told in sum') - 1;
  expect(must(values(1, 2)[inSum])).toBeGreaterThan(0);
  expect(must(values(0, 0)[inSum])).toBeLessThan(0);
});

test('takes a rule’s own part out again, and shows nothing of a book that has no other rule', () => {
  const other = sumsOf(featuresOf([argued, argued]).paragraphs, {
    size: 2,
    longest: 2,
    probability: new Float64Array(4),
  });
  const sense = must(senseOf(sumOf([sums, other]), sums));
  const ofOther = must(senseOf(sumOf([other])));
  expect(sense.paragraphs).toBeCloseTo(ofOther.paragraphs);
  expect(sense.direction[0]).toBeCloseTo(must(ofOther.direction[0]));
  expect(senseOf(sumOf([sums]), sums)).toBeUndefined();
});

test('ties paragraphs by what no other rule of the book has', () => {
  const other = sumsOf(featuresOf([argued, argued]).paragraphs, {
    size: 2,
    longest: 2,
    probability: new Float64Array(4),
  });
  const { newness } = must(senseOf(sumOf([sums, other, other, other]), sums));
  const { shared, across } = linksOf(paragraphs, newness);
  const between = (a: number, b: number) => must(shared[a * reach + b - a - 1]);
  // 老傅, 展厅 and the rest of the story stand in both of its paragraphs; 交期 and 规矩 stand in all rules.
  expect(between(1, 2)).toBeGreaterThan(8);
  expect(between(0, 3)).toBeLessThan(1);
  expect(across[2]).toBeGreaterThan(0.6);
  expect(across[1]).toBeLessThan(0.2);
  const values = new Float64Array(linkFeatures.length);
  linksThrough({ shared, across }, 1, 2, values);
  const [ofNext, ofPrevious, , , atStart, inside] = values;
  expect(must(inside)).toBeGreaterThan(0.5);
  for (const outside of [ofNext, ofPrevious, atStart]) expect(must(outside)).toBeLessThan(0.3);
});

test('prefers stories of the length that a book’s stories have', () => {
  const lattice = emptyLattice(4, 4);
  const sense = must(senseOf(sumOf([sums, sums, sums, sums])));
  const weights = Float64Array.from(secondFeatures, (name) =>
    name === 'first score' ? 1 : name === 'characters off the usual' ? -3 : 0,
  );
  const likely = posterior(lookAgain(lattice, featuresByBook(paragraphs, sense), weights)).story;
  const before = posterior(lattice).story;
  expect(likely[1 * 4 + 1]!).toBeGreaterThan(before[1 * 4 + 1]!);
  expect(likely[0 * 4 + 3]!).toBeLessThan(before[0 * 4 + 3]!);
});
