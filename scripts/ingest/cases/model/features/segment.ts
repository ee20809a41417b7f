import { chainFeatures, chainsThrough, type Chains } from './chains.ts';
import type { ParagraphReading } from './paragraph.ts';
import { SparseList, type Sparse } from './sparse.ts';
import { addTraits, traitFeatures } from './traits.ts';
import { must } from '../../../../../src/lib/must.ts';

/** A name that comes more than once: the paragraphs that it is in, and the first and last of them. */
export interface Name {
  first: number;
  last: number;
  at: number[];
}

/** A pair of characters that several paragraphs have. */
export interface Repeated {
  pair: number;
  at: number[];
}

/** The paragraphs of a rule, as the segments' features need them. */
export interface Paragraphs {
  readings: ParagraphReading[];
  /** Likeness of each paragraph to the ones after it, up to `reach`. */
  likeness: Float64Array[];
  /** How much words that few paragraphs have tie each paragraph to the ones after it, up to `reach`. */
  ties: Float64Array[];
  /** Each pair of characters that they have, once. */
  pairs: Int32Array;
  /** Of these, the ones that several have. */
  repeated: Repeated[];
  /** The names in each paragraph. */
  namesAt: Name[][];
  /** The words that run through them. */
  chains: Chains;
}

/** Longest story, in paragraphs. */
export const longestStory = 16;
/** Paragraphs that are compared with one another lie this near, so that what surrounds the longest story is, too. */
export const reach = longestStory + 3;

/** Prepare a rule's paragraphs. */
export function prepare(readings: ParagraphReading[], namesAt: Name[][], chains: Chains): Paragraphs {
  return { readings, chains, namesAt, ...sharedOf(readings) };
}

/** A pair of characters ties paragraphs to one another only if it comes in no more than these. */
const maxTiedParagraphs = 5;

/** What paragraphs that lie near have in common. Pairs of characters that are in one of them alone cost nothing. */
function sharedOf(
  readings: ParagraphReading[],
): Pick<Paragraphs, 'likeness' | 'ties' | 'pairs' | 'repeated'> {
  const empty = () =>
    readings.map((_, index) => new Float64Array(Math.min(reach, readings.length - index - 1)));
  const ties = empty();
  const shared = empty();
  const places = new Map<number, number[]>();
  readings.forEach(({ pairs }, index) => {
    for (const pair of pairs.keys()) {
      const at = places.get(pair);
      if (at) at.push(index);
      else places.set(pair, [index]);
    }
  });
  const repeated: Repeated[] = [];
  for (const [pair, at] of places) {
    if (at.length < 2) continue;
    repeated.push({ pair, at });
    const tie = at.length <= maxTiedParagraphs ? 1 / (at.length - 1) : 0;
    at.forEach((a, index) => {
      const count = must(readings[a]).pairs.get(pair) ?? 0;
      const [tied, alike] = [must(ties[a]), must(shared[a])];
      for (let next = index + 1; next < at.length && at[next]! - a <= reach; next += 1) {
        const b = at[next]!;
        tied[b - a - 1]! += tie;
        alike[b - a - 1]! += Math.min(count, must(readings[b]).pairs.get(pair) ?? 0);
      }
    });
  }
  const likeness = shared.map((row, a) =>
    row.map((sum, ahead) => likenessOf(sum, must(readings[a]), must(readings[a + 1 + ahead]))),
  );
  return { likeness, ties, pairs: Int32Array.from(places.keys()), repeated };
}

/** How much two paragraphs speak of the same, 0 to 1, by the pairs of characters that they share. */
function likenessOf(shared: number, a: ParagraphReading, b: ParagraphReading): number {
  return shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(a.norm * b.norm * 4));
}

const lengthSteps = [2, 3, 4, 5, 6, 7, 9, 12];
const sizeSteps = [60, 90, 120, 160, 220, 300, 400, 550];
const numeric = [
  'cohesion inside',
  'cohesion with before',
  'cohesion with after',
  'inside less before',
  'inside less after',
  'first joins',
  'last joins',
  'join before',
  'join after',
  'told mean',
  'told least',
  'told most',
  'told above before',
  'told above after',
  'told of last above next',
  'names',
  'names inside only',
  'names across the start',
  'names across the end',
  'name share',
  'new names later',
  'ties inside',
  'ties with before',
  'ties with after',
  'share of ties inside',
  'ties of first with the rest',
  'ties of last with the rest',
  'ties of before',
  'ties of after',
] as const;
const flags = [
  'starts the rule',
  'ends the rule',
  'is the rule',
  'second in the rule',
  'last but one of the rule',
  'no names',
  'some paragraph hardly told',
  'all clearly told',
  'two actors',
  'opens again',
  'opens again with a new actor',
  'outcome at the end',
  'outcome before the end',
  'one paragraph with an outcome',
  'one paragraph without an outcome',
  'one paragraph that opens',
  'opening',
  'one paragraph that opens and has an outcome',
  'one long paragraph that opens and has an outcome',
  'one paragraph with a date',
  'dated twice',
  'another one starts inside',
  'tale',
  'one paragraph, tale',
  'speech inside',
  'dates at the start only',
  'starts after a quotation',
] as const;

/** Names of the features of a segment. */
export const segmentFeatures: string[] = [
  'story',
  'one paragraph',
  ...lengthSteps.map((length) => `${length} paragraphs or more`),
  ...sizeSteps.map((size) => `more than ${size} characters`),
  ...numeric,
  ...numeric.slice(0, 9).flatMap((name) => [`${name} low`, `${name} high`]),
  ...flags,
  ...chainFeatures,
  ...traitFeatures,
  'follows another story',
];
const idOf = new Map(segmentFeatures.map((name, id) => [name, id]));
const numericAt = must(idOf.get(numeric[0]));
const binsAt = must(idOf.get(`${numeric[0]} low`));
/** Where the traits' features start among them. */
export const traitsAt = must(idOf.get(must(traitFeatures[0])));
const flagsAt = must(idOf.get(flags[0]));
const chainsAt = must(idOf.get(chainFeatures[0]));

const list = new SparseList(segmentFeatures.length);
const add = (id: number, value?: number) => {
  list.add(id, value);
};

/** Features of the story from paragraph `first` to `last`. */
export function segmentOf(rule: Paragraphs, first: number, last: number): Sparse {
  const own = ownFeatures(rule, first, last);
  own.ids.forEach((id, at) => {
    add(id, own.values[at]);
  });
  addTraits(rule.readings, first, last, (feature, value) => {
    add(traitsAt + feature, value);
  });
  return list.take();
}

/** The same without those of traits, which need not be taken apart to score them (`traitScores`). */
export function ownFeatures(rule: Paragraphs, first: number, last: number): Sparse {
  addOwn(rule, first, last);
  return list.take();
}

/** The sum of the weights of these, which start at `base`. */
export function ownScore(
  rule: Paragraphs,
  first: number,
  last: number,
  weights: Float64Array,
  base: number,
): number {
  addOwn(rule, first, last);
  return list.weigh(weights, base);
}

/** The numeric features of the segment that is looked at. */
const values = new Float64Array(numeric.length);
/** Of them, those that come in steps as well. */
const binned = 9;
const namesNumber = numeric.indexOf('names');
const newNamesNumber = numeric.indexOf('new names later');

function addOwn(rule: Paragraphs, first: number, last: number): void {
  const { readings } = rule;
  const length = last - first + 1;
  add(0);
  if (length === 1) add(1);
  for (let step = 0; step < lengthSteps.length; step += 1) if (length >= lengthSteps[step]!) add(2 + step);
  let size = 0;
  for (let at = first; at <= last; at += 1) size += readings[at]!.length;
  for (let step = 0; step < sizeSteps.length; step += 1)
    if (size > sizeSteps[step]!) add(2 + lengthSteps.length + step);
  cohesion(rule, first, last, values);
  toldness(readings, first, last, values);
  chains(rule, first, last, values);
  tied(rule, first, last, values);
  for (let index = 0; index < values.length; index += 1)
    if (values[index] !== 0) add(numericAt + index, values[index]);
  for (let index = 0; index < binned; index += 1) {
    if (values[index]! < 0.04) add(binsAt + 2 * index);
    if (values[index]! > 0.15) add(binsAt + 2 * index + 1);
  }
  addFlags(readings, first, last, size);
  chainsThrough(rule.chains, first, last).forEach(
    (value, index) => value !== 0 && add(chainsAt + index, value),
  );
}

/** What some or all paragraphs of a segment are. */
function kindsIn(readings: ParagraphReading[], first: number, last: number) {
  const kinds = {
    hardlyTold: false,
    clearlyTold: true,
    opensAgain: false,
    endsBefore: false,
    another: false,
    speech: false,
    dated: 0,
  };
  for (let at = first; at <= last; at += 1) {
    const reading = readings[at]!;
    if (reading.told < -2) kinds.hardlyTold = true;
    if (!(reading.told > 1)) kinds.clearlyTold = false;
    if (at > first && reading.opens) kinds.opensAgain = true;
    if (at < last && reading.ends) kinds.endsBefore = true;
    if (at > first && reading.another) kinds.another = true;
    if (reading.speaks) kinds.speech = true;
    if (reading.dated) kinds.dated += 1;
  }
  return kinds;
}

function addFlags(readings: ParagraphReading[], first: number, last: number, size: number): void {
  const end = readings.length - 1;
  const start = readings[first]!;
  const isOne = last === first;
  const outcome = readings[last]!.ends;
  const ending = isOne && outcome;
  const opening = isOne && start.opens;
  const twoActors = values[newNamesNumber]! > 0;
  const kinds = kindsIn(readings, first, last);
  [
    first === 0,
    last === end,
    first === 0 && last === end,
    first === 1,
    last === end - 1,
    values[namesNumber] === 0,
    kinds.hardlyTold,
    kinds.clearlyTold,
    twoActors,
    kinds.opensAgain,
    kinds.opensAgain && twoActors,
    outcome,
    kinds.endsBefore,
    ending,
    isOne && !outcome,
    opening,
    start.opens,
    opening && outcome,
    opening && outcome && size > 90,
    isOne && start.dated,
    kinds.dated > 1,
    kinds.another,
    start.tale,
    isOne && start.tale,
    kinds.speech,
    start.dated && kinds.dated === 1,
    readings[first - 1]?.quotes === true,
  ].forEach((flag, index) => flag && add(flagsAt + index));
}

function cohesion(
  { likeness, readings: { length: count } }: Paragraphs,
  first: number,
  last: number,
  into: Float64Array,
): void {
  let inside = 0;
  let insidePairs = 0;
  let before = 0;
  let beforePairs = 0;
  let after = 0;
  let afterPairs = 0;
  const firstBefore = Math.max(0, first - 2);
  const lastAfter = Math.min(count - 1, last + 2);
  for (let at = first; at <= last; at += 1) {
    const row = likeness[at]!;
    const near = Math.min(last - at, row.length);
    for (let ahead = 0; ahead < near; ahead += 1) inside += row[ahead]!;
    insidePairs += last - at;
    for (let other = firstBefore; other < first; other += 1) before += between(likeness, other, at);
    beforePairs += first - firstBefore;
    for (let other = last + 1; other <= lastAfter; other += 1) after += between(likeness, at, other);
    afterPairs += lastAfter - last;
  }
  const most = (at: number) => {
    let top = 0;
    for (let other = first; other <= last; other += 1)
      if (other !== at) top = Math.max(top, between(likeness, Math.min(at, other), Math.max(at, other)));
    return top;
  };
  const [i, b, a] = [mean(inside, insidePairs), mean(before, beforePairs), mean(after, afterPairs)];
  into[0] = 4 * i;
  into[1] = 4 * b;
  into[2] = 4 * a;
  into[3] = insidePairs > 0 && beforePairs > 0 ? 4 * (i - b) : 0;
  into[4] = insidePairs > 0 && afterPairs > 0 ? 4 * (i - a) : 0;
  into[5] = 2 * (last > first ? most(first) : 0);
  into[6] = 2 * (last > first ? most(last) : 0);
  into[7] = 2 * (first > 0 ? most(first - 1) : 0);
  into[8] = 2 * (last < count - 1 ? most(last + 1) : 0);
}

const mean = (sum: number, count: number) => (count > 0 ? sum / count : 0);

/** What a paragraph has to do with one after it; nothing beyond `reach`. */
function between(rows: Float64Array[], a: number, b: number): number {
  const row = rows[a]!;
  return b - a <= row.length ? row[b - a - 1]! : 0;
}

function toldness(readings: ParagraphReading[], first: number, last: number, into: Float64Array): void {
  let sum = 0;
  let least = 5;
  let most = -5;
  for (let at = first; at <= last; at += 1) {
    const { told } = readings[at]!;
    sum += told;
    least = Math.min(least, told);
    most = Math.max(most, told);
  }
  const told = sum / (last - first + 1);
  const before = readings[first - 1]?.told;
  const after = readings[last + 1]?.told;
  into[9] = told / 5;
  into[10] = least / 5;
  into[11] = most / 5;
  into[12] = before === undefined ? 0 : (readings[first]!.told - before) / 5;
  into[13] = after === undefined ? 0 : (told - after) / 5;
  into[14] = after === undefined ? 0 : (readings[last]!.told - after) / 5;
}

function tied({ ties, readings }: Paragraphs, first: number, last: number, into: Float64Array): void {
  const end = readings.length - 1;
  const firstBefore = Math.max(0, first - 3);
  const lastAfter = Math.min(end, last + 3);
  let inside = 0;
  let before = 0;
  let after = 0;
  let ofFirst = 0;
  let ofLast = 0;
  let ofBefore = 0;
  let ofAfter = 0;
  for (let at = first; at <= last; at += 1) {
    const row = ties[at]!;
    const near = Math.min(last - at, row.length);
    for (let ahead = 0; ahead < near; ahead += 1) inside += row[ahead]!;
    for (let other = firstBefore; other < first; other += 1) before += between(ties, other, at);
    for (let other = last + 1; other <= lastAfter; other += 1) after += between(ties, at, other);
    if (at > first) ofFirst += between(ties, first, at);
    if (at < last) ofLast += between(ties, at, last);
    if (first > 0) ofBefore += between(ties, first - 1, at);
    if (last < end) ofAfter += between(ties, at, last + 1);
  }
  into[21] = small(inside / (last - first + 1));
  into[22] = small(before);
  into[23] = small(after);
  into[24] = inside / (inside + before + after + 2);
  into[25] = small(ofFirst);
  into[26] = small(ofLast);
  into[27] = small(ofBefore);
  into[28] = small(ofAfter);
}

const small = (value: number) => value / (value + 3);

/** How the names of persons and firms run through the segment. */
function chains({ namesAt }: Paragraphs, first: number, last: number, into: Float64Array): void {
  const times = new Map<Name, number>();
  for (let at = first; at <= last; at += 1)
    for (const name of namesAt[at]!) times.set(name, (times.get(name) ?? 0) + 1);
  const some = times.size;
  let inside = 0;
  let acrossStart = 0;
  let acrossEnd = 0;
  let share = 0;
  for (const [name, count] of times) {
    if (name.first >= first && name.last <= last) inside += 1;
    if (name.first < first) acrossStart += 1;
    if (name.last > last) acrossEnd += 1;
    share = Math.max(share, count / (last - first + 1));
  }
  const firstActors = namesAt[first]!;
  const later = some - firstActors.length;
  const change = later > 0 && firstActors.length > 0 && firstActors.every((name) => times.get(name) === 1);
  into[15] = Math.min(4, some) / 4;
  into[16] = Math.min(3, inside) / 3;
  into[17] = Math.min(3, acrossStart) / 3;
  into[18] = Math.min(3, acrossEnd) / 3;
  into[19] = share;
  into[20] = change ? 1 : 0;
}
