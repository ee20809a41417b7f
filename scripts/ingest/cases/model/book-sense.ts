import type { ParagraphReading } from './features/paragraph.ts';
import { traits } from './features/paragraph.ts';
import type { Paragraphs } from './features/segment.ts';

/** How likely a first look found the stories of a rule: see `Lattice.story` for the order. */
interface Seen {
  size: number;
  longest: number;
  probability: Float64Array;
}

/** What can be counted of how a rule, or several together, tell. Each story counts by how likely it is one. */
interface Sums {
  paragraphs: number;
  /** Of them, those that are part of a story. */
  told: number;
  stories: number;
  /** Paragraphs and characters of the stories. */
  storyParagraphs: number;
  storyCharacters: number;
  /** Sums of each trait over all paragraphs, its squares, and over those that are told. */
  traits: Float64Array;
  squares: Float64Array;
  toldTraits: Float64Array;
}

/** What a rule says of how its book tells. */
export interface RuleSums extends Sums {
  /** Each pair of characters that it has, once. */
  pairs: Int32Array;
}

/** What the rules of a book say together. */
export interface BookSums extends Sums {
  rules: number;
  /** In how many rules each pair of characters stands. */
  rulesWith: Map<number, number>;
}

function noSums(): Sums {
  const zeros = () => new Float64Array(traits.length);
  return {
    paragraphs: 0,
    told: 0,
    stories: 0,
    storyParagraphs: 0,
    storyCharacters: 0,
    traits: zeros(),
    squares: zeros(),
    toldTraits: zeros(),
  };
}

/** What one rule says; nothing at all if it is not looked at. */
export function sumsOf(rule?: Pick<Paragraphs, 'readings' | 'pairs'>, seen?: Seen): RuleSums {
  const sums = { ...noSums(), pairs: rule?.pairs ?? new Int32Array() };
  if (rule && seen) addSeen(sums, rule.readings, seen);
  return sums;
}

function addSeen(sums: Sums, readings: ParagraphReading[], { size, longest, probability }: Seen): void {
  const upTo = new Float64Array(size + 1);
  readings.forEach(({ length }, at) => (upTo[at + 1] = upTo[at]! + length));
  const inStory = new Float64Array(size);
  for (let first = 0; first < size; first += 1)
    for (let length = 1; length <= longest && first + length <= size; length += 1) {
      const likely = probability[first * longest + length - 1]!;
      if (likely < 1e-4) continue;
      sums.stories += likely;
      sums.storyParagraphs += likely * length;
      sums.storyCharacters += likely * (upTo[first + length]! - upTo[first]!);
      for (let at = first; at < first + length; at += 1) inStory[at]! += likely;
    }
  readings.forEach(({ traits: amounts }, at) => {
    const told = Math.min(1, inStory[at]!);
    sums.paragraphs += 1;
    sums.told += told;
    amounts.forEach((amount, trait) => {
      sums.traits[trait]! += amount;
      sums.squares[trait]! += amount * amount;
      sums.toldTraits[trait]! += told * amount;
    });
  });
}

/** What rules say together. */
export function sumOf(rules: RuleSums[]): BookSums {
  const rulesWith = new Map<number, number>();
  for (const { pairs } of rules)
    for (const pair of pairs) rulesWith.set(pair, (rulesWith.get(pair) ?? 0) + 1);
  return {
    ...rules.reduce((all: Sums, each) => withSums(all, each), noSums()),
    rules: rules.length,
    rulesWith,
  };
}

/** `a` with `times` × `b`: 1 to add it, −1 to take it out again. */
function withSums(a: Sums, b: Sums, times: 1 | -1 = 1): Sums {
  const each = (x: Float64Array, y: Float64Array) => x.map((value, at) => value + times * y[at]!);
  return {
    paragraphs: a.paragraphs + times * b.paragraphs,
    told: a.told + times * b.told,
    stories: a.stories + times * b.stories,
    storyParagraphs: a.storyParagraphs + times * b.storyParagraphs,
    storyCharacters: a.storyCharacters + times * b.storyCharacters,
    traits: each(a.traits, b.traits),
    squares: each(a.squares, b.squares),
    toldTraits: each(a.toldTraits, b.toldTraits),
  };
}

/** How a book tells, as far as some of its rules show it. */
export interface BookSense {
  /** How much there is to go by, 0 to 1. */
  evidence: number;
  /** Usual length of its stories, in paragraphs and in characters. */
  paragraphs: number;
  characters: number;
  /** How much more each trait is in told paragraphs than in argued ones, in proportion to how much it varies. */
  direction: Float64Array;
  /** The amount of each trait halfway between the two. */
  middle: Float64Array;
  /** How new a pair of characters is to the book that comes again in the rule looked at: 1 if no other rule has it. */
  newness: (pair: number) => number;
}

/** With this many stories, or told paragraphs, or argued ones, half of what they show is believed. */
const halfStories = 2;
const halfParagraphs = 6;
/** Even a trait that hardly varies in a book varies this much elsewhere. */
const leastVariance = 0.01;

/**
 * What the sums show; `undefined` if they are of nothing.
 * @param own the rule looked at, if it is one of those summed up: it says nothing to itself
 */
export function senseOf(book: BookSums, own?: RuleSums): BookSense | undefined {
  const sums = own ? withSums(book, own, -1) : book;
  const { paragraphs, told, stories } = sums;
  if (paragraphs < 1) return undefined;
  // Half a paragraph of each kind keeps the means defined where there is none.
  const [inside, outside] = [told + 0.5, paragraphs - told + 0.5];
  const believed =
    ((inside / (inside + halfParagraphs)) * (outside / (outside + halfParagraphs))) /
    Math.sqrt(traits.length);
  const direction = new Float64Array(traits.length);
  const middle = new Float64Array(traits.length);
  sums.traits.forEach((sum, trait) => {
    const ofTold = sums.toldTraits[trait]! / inside;
    const ofArgued = (sum - sums.toldTraits[trait]!) / outside;
    const variance = sums.squares[trait]! / paragraphs - (sum / paragraphs) ** 2 + leastVariance;
    direction[trait] = ((ofTold - ofArgued) / variance) * believed;
    middle[trait] = (ofTold + ofArgued) / 2;
  });
  return {
    evidence: stories / (stories + halfStories),
    paragraphs: (sums.storyParagraphs + 0.6) / (stories + 0.2),
    characters: (sums.storyCharacters + 50) / (stories + 0.2),
    direction,
    middle,
    newness: newnessIn(book, own ? 1 : 0),
  };
}

/** A pair that stands in a rule counts as standing in this many more than it was seen in. */
const unseen = 0.7;
/** What many rules have is hardly new, so that it counts for next to nothing. */
const steepness = 4;

/** @param looks how many times the rule looked at is counted in the book */
function newnessIn({ rules, rulesWith }: BookSums, looks: number): BookSense['newness'] {
  const newest = Math.log((rules - looks + 2) / unseen);
  return (pair) => {
    const others = (rulesWith.get(pair) ?? 0) - looks;
    return Math.max(0, Math.log((rules - looks + 2) / (others + unseen)) / newest) ** steepness;
  };
}
