import { markerOf } from '../ingest/language/case-markers.ts';
import { closeUp } from '../ingest/language/close-up.ts';
import { evenMarks } from '../ingest/language/even-marks.ts';
import { simplified } from '../ingest/language/simplified.ts';
import { featuresOf, type RuleFeatures } from '../ingest/cases/model/features/features.ts';
import type { Lattice } from '../ingest/cases/model/divisions/lattice.ts';
import { weigh, type Sparse } from '../ingest/cases/model/features/sparse.ts';
import { possibleStories } from '../ingest/cases/possible-stories.ts';
import type { AnnotatedRule } from './casebook.ts';
import type { Example } from './objective.ts';

/** A rule with what was annotated in it. */
export interface Annotated {
  rule: AnnotatedRule;
  example: Example;
}

/** Turn an annotated rule into an example to learn from. */
export function exampleOf(rule: AnnotatedRule, weight: number): Example {
  const texts = rule.paragraphs.map((text) => evenMarks(closeUp(simplified(text))));
  const possible = possibleStories(texts, texts.map(markerOf));
  return {
    features: remembered(featuresOf(texts), possible),
    possible,
    right: rightOf(rule, possible),
    weight,
  };
}

/** The same features, each segment's read once and kept for all rounds of training. */
function remembered(features: RuleFeatures, { size, longest }: Lattice): RuleFeatures {
  const segments = new Array<Sparse | undefined>(size * longest);
  const segment = (first: number, length: number): Sparse =>
    (segments[first * longest + length - 1] ??= features.segment(first, length));
  return {
    ...features,
    segment,
    segmentScore: (first, length, weights, base) => weigh(segment(first, length), weights, base),
  };
}

/** The ways that agree with the annotation: its cases, and what may be found or not. */
function rightOf({ cases, optional }: AnnotatedRule, possible: Lattice): Lattice {
  const { longest } = possible;
  const story = new Float64Array(possible.story.length).fill(-Infinity);
  const told = Uint8Array.from(possible.told);
  for (const { first, last } of [...cases, ...optional]) {
    const at = first * longest + last - first;
    if (first < 0 || last < first || possible.story[at] === -Infinity)
      throw new Error(`An annotated case can't be: paragraphs ${first} to ${last}.`);
    story[at] = possible.story[at]!;
  }
  for (const { first, last } of cases) told.fill(1, first, last + 1);
  return { ...possible, story, told };
}
