import { remember } from '../../../../../src/lib/remember.ts';
import { cutWords, rarityOf } from '../../../language/words/dictionary.ts';

/** Words whose rarity is kept at a time. */
const maxWords = 200_000;

/**
 * Words that are rare in general but come again show who and what a story is about. For each paragraph: how much
 * of it was said before, and how much is said again, within a given number of paragraphs.
 */
export interface Chains {
  /** Sum of the rarity of a paragraph's words that stand in one of the `d` paragraphs before it, at `[paragraph][d]`. */
  back: Float64Array[];
  /** The rarest of those. */
  backMost: Float64Array[];
  /** As `back`, for the paragraphs after it. */
  ahead: Float64Array[];
  /** Sum of the rarity of all words of a paragraph, and its mean. */
  total: Float64Array;
  mean: Float64Array;
}

/** Words of a paragraph, in Simplified characters, with their rarity; common ones are left out. */
export function rareWords(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of cutWords(text)) {
    if (word.length < 2) continue;
    const weight = weightOf(word);
    if (weight > 0) words.set(word, weight);
  }
  return words;
}
/** Words are asked for millions of times, and a book has some ten thousand. */
const weightOf = remember((word) => (/^[\u4e00-\u9fffA-Za-z]+$/.test(word) ? rarityOf(word) : 0), maxWords);

/** Follow the rare words of paragraphs, up to `reach` paragraphs on. */
export function chainsOf(words: Map<string, number>[], reach: number): Chains {
  const width = reach + 1;
  // Parts of one array: many thousands of small ones cost more than what is in them.
  const sums = () => {
    const all = new Float64Array(words.length * width);
    return words.map((_, at) => all.subarray(at * width, (at + 1) * width));
  };
  const chains: Chains = {
    back: sums(),
    backMost: sums(),
    ahead: sums(),
    total: Float64Array.from(words, sumOf),
    mean: Float64Array.from(words, (each) => (each.size > 0 ? sumOf(each) / each.size : 0)),
  };
  const lastSeen = new Map<string, number>();
  words.forEach((each, at) => {
    for (const [word, rarity] of each) {
      const before = lastSeen.get(word);
      lastSeen.set(word, at);
      if (before === undefined || at - before > reach) continue;
      const distance = at - before;
      raise(chains.back[at], distance, (sum) => sum + rarity);
      raise(chains.backMost[at], distance, (most) => Math.max(most, rarity));
      raise(chains.ahead[before], distance, (sum) => sum + rarity);
    }
  });
  [...chains.back, ...chains.ahead].forEach((sums) => accumulate(sums, (sum, each) => sum + each));
  chains.backMost.forEach((most) => accumulate(most, Math.max));
  return chains;
}

function raise(values: Float64Array | undefined, at: number, to: (value: number) => number): void {
  if (values) values[at] = to(values[at]!);
}

/** Make each value that of all distances up to its own. */
function accumulate(values: Float64Array, join: (sum: number, each: number) => number): void {
  for (let at = 1; at < values.length; at += 1) values[at] = join(values[at - 1]!, values[at]!);
}

function sumOf(words: Map<string, number>): number {
  let sum = 0;
  for (const rarity of words.values()) sum += rarity;
  return sum;
}

/** Names of the features of a segment that chains give. */
export const chainFeatures = [
  'words of first come again',
  'words of last come again',
  'words of next said before',
  'words of previous come again',
  'words join last and next',
  'words join first and previous',
  'words go on',
  'share of next said before',
  'share of last said before',
  'share of previous come again',
  'rarest word of last said before',
  'rarest word of next said before',
  'rarity',
  'rarity of next',
  'rarity of previous',
  'last goes on more than next',
] as const;

/** How the words of the story from paragraph `first` to `last` run through it, and on beyond it. */
export function chainsThrough(
  { back, backMost, ahead, total, mean }: Chains,
  first: number,
  last: number,
): number[] {
  const span = last - first;
  const hasBefore = first > 0;
  const hasAfter = last + 1 < total.length;
  let goesOn = 0;
  let rarity = 0;
  for (let at = first; at <= last; at += 1) {
    rarity += mean[at]!;
    if (at > first) goesOn += small(within(back[at], 1));
  }
  const ofFirst = within(ahead[first], span);
  const ofLast = within(back[last], span);
  const ofAfter = within(back[last + 1], span + 1);
  const ofBefore = within(ahead[first - 1], span + 1);
  return [
    small(ofFirst),
    small(ofLast),
    small(ofAfter),
    small(ofBefore),
    small(within(back[last + 1], 1)),
    small(within(back[first], 1)),
    span > 0 ? goesOn / span : 0,
    hasAfter ? ofAfter / (total[last + 1]! + 0.5) : 0,
    ofLast / (total[last]! + 0.5),
    hasBefore ? ofBefore / (total[first - 1]! + 0.5) : 0,
    within(backMost[last], span),
    within(backMost[last + 1], span + 1),
    rarity / (span + 1),
    hasAfter ? mean[last + 1]! : 0,
    hasBefore ? mean[first - 1]! : 0,
    hasAfter && span > 0 && ofAfter < ofLast ? 1 : 0,
  ];
}

/** What has come within a distance; longer ones count as the longest that was followed. */
function within(sums: Float64Array | undefined, distance: number): number {
  return sums ? sums[Math.min(distance, sums.length - 1)]! : 0;
}

function small(value: number): number {
  return value / (value + 1);
}
