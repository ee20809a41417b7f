import type { CaseRange, Paragraph, RuleNode } from '../model.ts';
import { cuesOf } from './weighed.ts';
import { bestDivisions } from './model/best-divisions.ts';
import { choose } from './model/choose.ts';
import { featuresOf } from './model/features.ts';
import { posterior } from './model/lattice.ts';
import { score } from './model/score.ts';
import { learnedWeights } from './model/weights.ts';
import { markerOf } from '../language/case-markers.ts';
import { outcome } from './model/words/turns.ts';
import { overrideCases } from '../corrections/override-cases.ts';
import { possibleStories } from './possible-stories.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { endsSentence } from '../language/prose.ts';
import { simplified } from '../language/simplified.ts';
import { silence, toneOf, type Tone } from './tone.ts';
import { must } from '../../../src/lib/must.ts';

/** A story is taken if it is likelier than this: one that is found pays for the look at two that are none. */
export const leastProbability = 0.25;
/** Stories with log-odds below this against argument are not weighed at all. */
const minLogOdds = -9;

/** A run of paragraphs under one heading, in which stories may be told. */
export type TellingText = Pick<RuleNode, 'paragraphs' | 'status'>;

/** The stories found, and how the paragraphs speak in general. */
export interface Found {
  ranges: CaseRange[];
  tone: Tone;
}

/** Find the told cases among a rule's paragraphs, in text order, none overlapping. */
export function findCases(rule: TellingText, overrides: Overrides): CaseRange[] {
  return overrideCases(lookForCases(rule).ranges, rule.paragraphs, overrides);
}

/** Find the told cases as the model and the text's own markers have them. */
export function lookForCases(rule: TellingText): Found {
  if (rule.paragraphs.length === 0) return { ranges: [], tone: silence };
  const { texts, markers, weights, features, lattice } = weigh(rule);
  const ranges = choose(posterior(lattice).story, lattice.size, lattice.longest, leastProbability).map(
    ({ first, last, probability }): CaseRange => {
      const before = markers[first - 1];
      const heading = before?.kind === 'open' && before.inline === 0 ? before : undefined;
      const marker = heading ?? markers[first];
      return {
        first,
        last,
        kind:
          marker || hasOutcome(texts.slice(first, last + 1)) || breaksOff(rule, last) ? 'case' : 'anecdote',
        basis: marker?.basis,
        title:
          heading?.title === undefined
            ? undefined
            : originalTitle(must(rule.paragraphs[first - 1]), heading.title),
        method: marker ? 'marker' : 'cues',
        confidence: Math.min(1, Math.round(probability * 100) / 100),
        cues: cuesOf(features, first, last, weights),
        marker: heading ? first - 1 : undefined,
        endMarker: markers[last + 1]?.kind === 'close' ? last + 1 : undefined,
        inlineMarker: markers[first]?.inline ?? 0,
      };
    },
  );
  return { ranges, tone: toneOf(features.paragraphs.readings) };
}

/** The likeliest ways to divide a rule's paragraphs into argument and stories, each with its share of all ways. */
export function likeliestDivisions(
  rule: TellingText,
  count: number,
): { share: number; stories: [first: number, last: number][] }[] {
  if (rule.paragraphs.length === 0) return [];
  const { lattice } = weigh(rule);
  const { all } = posterior(lattice);
  return bestDivisions(lattice, count).map(({ score: own, stories }) => ({
    share: Math.exp(own - all),
    stories,
  }));
}

/** Score all ways to divide a rule's paragraphs. */
function weigh({ paragraphs }: TellingText) {
  const texts = paragraphs.map(({ text }) => simplified(text));
  const markers = texts.map(markerOf);
  const weights = learnedWeights();
  const features = featuresOf(texts);
  const possible = possibleStories(
    texts,
    markers,
    paragraphs.map(({ heading }) => heading !== undefined),
  );
  return { texts, markers, weights, features, lattice: score(features, possible, weights, minLogOdds) };
}

/** The title stands at the end of the marker's line, in the characters of the source. */
function originalTitle(paragraph: Paragraph, title: string): string {
  return paragraph.text.slice(-title.length);
}

/** A story of several paragraphs has come to an end; a single paragraph has to say how it ended. */
function hasOutcome(story: string[]): boolean {
  const [first = '', ...others] = story;
  return others.length > 0 || outcome.test(first);
}

/** Whether the source ends within the paragraph, so that nothing can be said of the outcome. */
function breaksOff({ status, paragraphs }: TellingText, index: number): boolean {
  const [last, ...after] = paragraphs.slice(index);
  return status === 'partial' && last !== undefined && after.length === 0 && !endsSentence(last.text);
}
