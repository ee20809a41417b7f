import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fingerprint } from './features/features.ts';
import { secondFeatures } from './second-look.ts';
import { segmentsAt, weightCount } from './score.ts';

/** The learned weights of a first look at a rule, and of a second one that knows the rest of the book. */
export interface Weights {
  first: Float64Array;
  /** In the order of `secondFeatures`. */
  second: Float64Array;
}

/** `weights.json`: 8 bits a weight, zeros where a weight was too small to keep. */
interface Packed {
  /** Of the features that the weights belong to. */
  features: string;
  /** What a step of 8 bits is worth, for the paragraphs' weights and for the segments'. */
  steps: { paragraphs: number; segments: number };
  /** Of the first look: deflated, as base64. */
  weights: string;
  /** Of the second look, by name. */
  second: Record<string, number>;
}

export const weightsFile = new URL('weights.json', import.meta.url);
let weights: Weights | undefined;

/** The learned weights. That they are those of today's features is a matter for a test: it takes a tenth of a second. */
export function learnedWeights(): Weights {
  return (weights ??= valuesOf(readWeights()));
}

/** What `weights.json` holds. */
export const readWeights = (): Packed => JSON.parse(readFileSync(weightsFile, 'utf8')) as Packed;

/** @throws Error if the weights were learned for other features */
export function unpack(packed: Packed): Weights {
  const values = valuesOf(packed);
  const names = Object.keys(packed.second);
  const isSame = packed.features === fingerprint() && values.first.length === weightCount;
  if (!isSame || names.join() !== secondFeatures.join())
    throw new Error(
      `The weights in ${weightsFile.pathname} were learned for other features (${packed.features}; they are ${fingerprint()} now). Run npm run train-cases.`,
    );
  return values;
}

function valuesOf(packed: Packed): Weights {
  const bytes = new Int8Array(inflateRawSync(Buffer.from(packed.weights, 'base64')));
  return {
    first: Float64Array.from(bytes, (byte, at) => byte * stepOf(packed, at)),
    second: Float64Array.from(Object.values(packed.second)),
  };
}

/** Round weights of the first look to 8 bits; those below `least` steps are dropped. */
export function pack({ first: values, second }: Weights, least: number): Packed {
  const top = (from: number, to: number) =>
    values.slice(from, to).reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
  const steps = { paragraphs: top(0, segmentsAt), segments: top(segmentsAt, weightCount) };
  const bytes = Int8Array.from(values, (value, at) => {
    const step = Math.round(value / stepOf({ steps }, at));
    return at < segmentsAt && Math.abs(step) < least ? 0 : step;
  });
  return {
    features: fingerprint(),
    steps,
    weights: deflateRawSync(bytes, { level: 9 }).toString('base64'),
    second: Object.fromEntries(secondFeatures.map((name, at) => [name, Number(second[at]!.toFixed(3))])),
  };
}

function stepOf({ steps }: Pick<Packed, 'steps'>, at: number): number {
  return at < segmentsAt ? steps.paragraphs : steps.segments;
}
