import { traits } from './paragraph.ts';

/** A paragraph by how much there is of each trait in it. */
interface Measured {
  traits: Float64Array;
}

/** Names of the features of a segment that traits give. */
export const traitFeatures = ['mean', 'contrast', 'near contrast'].flatMap((kind) =>
  traits.map((trait) => `${kind} ${trait}`),
);
/** Paragraphs on either side that a story is set against. */
const neighbours = 2;

/** Paragraphs from one up to another, which is not among them. */
interface Stretch {
  from: number;
  to: number;
}

/**
 * The three measures of a story's traits: their mean, how it differs from that of the rest of the rule, and how it
 * differs from that of the neighbours. Each is a sum over paragraphs, where those of the story count for `inside`
 * and others within `around` for `outside`.
 */
function measuresOf(size: number, first: number, last: number) {
  const length = last - first + 1;
  const against = (around: Stretch) => {
    const others = around.to - around.from - length;
    return { around, inside: others > 0 ? 1 / length : 0, outside: others > 0 ? -1 / others : 0 };
  };
  return [
    { around: { from: first, to: last + 1 }, inside: 1 / length, outside: 0 },
    against({ from: 0, to: size }),
    against({ from: Math.max(0, first - neighbours), to: Math.min(size, last + 1 + neighbours) }),
  ];
}

/** Less than this is a sum of nothing, rounded. */
const minValue = 1e-12;

/** Call `add` for each trait feature of the story from paragraph `first` to `last`. */
export function addTraits(
  paragraphs: Measured[],
  first: number,
  last: number,
  add: (feature: number, value: number) => void,
): void {
  const own = sumOf(paragraphs, first, last + 1);
  measuresOf(paragraphs.length, first, last).forEach(({ around, inside, outside }, kind) => {
    // A rule may have thousands of stories, each of them set against all the rest.
    const isAll = around.from === 0 && around.to === paragraphs.length;
    const all = isAll ? sumOfAll(paragraphs) : sumOf(paragraphs, around.from, around.to);
    all.forEach((sum, trait) => {
      const value = inside * own[trait]! + outside * (sum - own[trait]!);
      if (Math.abs(value) > minValue) add(kind * traits.length + trait, value);
    });
  });
}

/** How much there is of each trait in some paragraphs. */
function sumOf(paragraphs: Measured[], from: number, to: number): Float64Array {
  const sums = new Float64Array(traits.length);
  for (let at = from; at < to; at += 1) {
    const amounts = paragraphs[at]!.traits;
    for (let trait = 0; trait < sums.length; trait += 1) sums[trait]! += amounts[trait]!;
  }
  return sums;
}

const known = new WeakMap<Measured[], Float64Array>();
function sumOfAll(paragraphs: Measured[]): Float64Array {
  const sums = known.get(paragraphs) ?? sumOf(paragraphs, 0, paragraphs.length);
  known.set(paragraphs, sums);
  return sums;
}

/**
 * What the trait features of each story of a rule score. They are linear in the paragraphs' traits, so that sums up to
 * each paragraph, taken once, give any story's score.
 * @param base where their weights start
 */
export function traitScores(
  paragraphs: Measured[],
  weights: Float64Array,
  base: number,
): (first: number, last: number) => number {
  const size = paragraphs.length;
  const upTo = [0, 1, 2].map((kind) => {
    const sums = new Float64Array(size + 1);
    const start = base + kind * traits.length;
    paragraphs.forEach(({ traits: amounts }, at) => {
      let own = 0;
      for (let trait = 0; trait < amounts.length; trait += 1)
        own += weights[start + trait]! * amounts[trait]!;
      sums[at + 1] = sums[at]! + own;
    });
    return sums;
  });
  return (first, last) =>
    measuresOf(size, first, last).reduce((score, { around, inside, outside }, kind) => {
      const sums = upTo[kind] ?? new Float64Array();
      const own = sums[last + 1]! - sums[first]!;
      return score + inside * own + outside * (sums[around.to]! - sums[around.from]! - own);
    }, 0);
}

/** How likely stories are counts towards the gradient of the trait features' weights. */
export class TraitGradient {
  readonly #paragraphs: Measured[];
  /** What each paragraph counts for, as differences from the one before it, for each measure. */
  readonly #steps: Float64Array[];

  constructor(paragraphs: Measured[]) {
    this.#paragraphs = paragraphs;
    this.#steps = [0, 1, 2].map(() => new Float64Array(paragraphs.length + 1));
  }

  /** Count a story for `amount`. */
  add(first: number, last: number, amount: number): void {
    measuresOf(this.#paragraphs.length, first, last).forEach(({ around, inside, outside }, kind) => {
      const steps = this.#steps[kind] ?? new Float64Array();
      steps[around.from]! += amount * outside;
      steps[around.to]! -= amount * outside;
      steps[first]! += amount * (inside - outside);
      steps[last + 1]! -= amount * (inside - outside);
    });
  }

  /** Add what was counted to the gradient. */
  addTo(gradient: Float64Array, base: number): void {
    this.#steps.forEach((steps, kind) => {
      const start = base + kind * traits.length;
      let share = 0;
      this.#paragraphs.forEach(({ traits: amounts }, at) => {
        share += steps[at]!;
        for (let trait = 0; trait < amounts.length; trait += 1)
          gradient[start + trait]! += share * amounts[trait]!;
      });
    });
  }
}
