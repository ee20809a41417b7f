import { createHash } from 'node:crypto';
import { readNames } from '../../../language/words/names.ts';
import { paragraphFeatures, readParagraph } from './paragraph.ts';
import type { Sparse } from './sparse.ts';
import { chainsOf, rareWords } from './chains.ts';
import {
  ownFeatures,
  ownScore,
  prepare,
  reach,
  segmentFeatures,
  segmentOf,
  type Name,
  type Paragraphs,
} from './segment.ts';
import { must } from '../../../../../src/lib/must.ts';

/** Where a paragraph stands to a story when its features count. */
export const roles = ['inside', 'first', 'last', 'before', 'after'] as const;

/** Names of all features of the model, in the order of their weights. */
export const featureNames = (): string[] => [
  ...roles.flatMap((role) => paragraphFeatures.map((name) => `${role}: ${name}`)),
  ...segmentFeatures,
];

/** A rule as the model sees it. */
export interface RuleFeatures {
  paragraphs: Paragraphs;
  /** Features of the story of `length` paragraphs from `first`, without those of traits. */
  segment: (first: number, length: number) => Sparse;
  /** The sum of their weights, which start at `base`. */
  segmentScore: (first: number, length: number, weights: Float64Array, base: number) => number;
}

/** Read a rule's paragraphs (in Simplified characters). */
export function featuresOf(texts: string[]): RuleFeatures {
  const { repeated, named } = readNames(texts);
  const names = [...repeated.values()].map((at) => ({
    first: must(at[0]),
    last: must(at.at(-1)),
    at,
  }));
  const namesAt = texts.map((): Name[] => []);
  for (const name of names) for (const index of name.at) namesAt[index]?.push(name);
  const readings = texts.map((text, index) =>
    readParagraph(text, namedAt(must(namesAt[index]), index, must(named[index]))),
  );
  const paragraphs = prepare(readings, namesAt, chainsOf(texts.map(rareWords), reach));
  return {
    paragraphs,
    segment: (first, length) => ownFeatures(paragraphs, first, first + length - 1),
    segmentScore: (first, length, weights, base) =>
      ownScore(paragraphs, first, first + length - 1, weights, base),
  };
}

/** Features of a paragraph by the names in it. */
function namedAt(here: Name[], index: number, isNamed: boolean): string[] {
  return [
    ...(here.length === 0 ? [isNamed ? 'named once' : 'no name'] : []),
    ...(here.some(({ first }) => first < index) ? ['known name'] : []),
    ...(here.some(({ first }) => first === index) ? ['new name'] : []),
    ...(here.some(({ last }) => last > index) ? ['name comes again'] : []),
  ];
}

/** Prose that has something of every kind, to tell whether features are still read as they were. */
const probe = [
  '要守住交期，不能只靠嘴上的保证。凡是应承下来的，都得有人盯着，往往一松手就误了。',
  '2016年春天，绍兴一家印染厂的采购主管老傅第三次走进我们的展厅。“还是那块布？”小唐问。老傅没有说话，从包里掏出一张皱巴巴的单子。',
  '小唐连夜赶到厂里，守了两天，终于把色差降到了百分之二。后来老傅又签了三年的合同。',
  '二十世纪初，印染还是手艺。师傅把布放进缸里，看着水色，凭一双眼睛定时辰，该捞的时候一刻也不能迟。后来有了温度计，又有了定时钟，厂里的人就不再看水了。到了三十年代，上海的几家染厂请来化验师，把每一缸的配方写在纸上，锁进柜子；学徒们起先不服，说纸上的东西没有手气，结果他们染出来的布一年比一年难卖，从此也就不说了。他们后来都成了厂里的老师傅，坐在办公室里，对着新来的大学生讲从前的水色。可是新来的人问的是成本，是周期，是一米布要用多少度电，没有人再问水色。',
  '可见，交期说到底是信任。如果换成你，你会怎么办？',
];
let known: string | undefined;

/** Changes when the features do: their names, or what they find in a sample of prose. */
export function fingerprint(): string {
  if (known !== undefined) return known;
  const { paragraphs } = featuresOf(probe);
  const seen = [
    ...paragraphs.readings.map(({ features }) => features),
    segmentOf(paragraphs, 1, 2),
    segmentOf(paragraphs, 0, 3),
    segmentOf(paragraphs, 1, 1),
  ];
  return (known = createHash('sha256')
    .update(
      JSON.stringify([
        featureNames(),
        seen.map(({ ids, values }) => [Array.from(ids), Array.from(values, (value) => value.toFixed(6))]),
      ]),
    )
    .digest('hex')
    .slice(0, 16));
}
