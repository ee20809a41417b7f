import type { CaseRange, Paragraph, RuleNode } from '../model.ts';
import { cuesOf } from './weighed.ts';
import { bestDivisions } from './model/divisions/best-divisions.ts';
import { sumsOf, type BookSense, type RuleSums } from './model/book-sense.ts';
import { choose, type Range } from './model/divisions/choose.ts';
import { featuresOf } from './model/features/features.ts';
import { posterior } from './model/divisions/lattice.ts';
import { score } from './model/score.ts';
import { featuresByBook, lookAgain } from './model/second-look.ts';
import { learnedWeights } from './model/weights.ts';
import { markerOf } from '../language/case-markers.ts';
import { outcome } from './model/words/turns.ts';
import { overrideCases } from '../corrections/override-cases.ts';
import { possibleStories } from './possible-stories.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { closeUp } from '../language/close-up.ts';
import { endsSentence } from '../language/prose.ts';
import { evenMarks } from '../language/even-marks.ts';
import { simplified } from '../language/simplified.ts';
import { silence, toneOf, type Tone } from './tone.ts';
import { must } from '../../../src/lib/must.ts';

/** A story is taken if it is worth more than this: if it is likelier than 0.39, when all that begin there end with it. */
export const leastWorth = 0.58;
/** Stories with log-odds below this against argument are not weighed at all. */
const minLogOdds = -9;

/** A run of paragraphs under one heading, in which stories may be told. */
export type TellingText = Pick<RuleNode, 'paragraphs' | 'status'>;

/** A first look at a rule. */
export interface Look {
  /** How the paragraphs speak in general. */
  tone: Tone;
  /** What the rule says of how its book tells. */
  sums: RuleSums;
  /** The stories as the model and the text's own markers have them; with what the other rules of the book show, by a second look. */
  ranges: (sense?: BookSense) => CaseRange[];
}

/** Find the told cases among a rule's paragraphs, in text order, none overlapping, by the rule alone. */
export function findCases(rule: TellingText, overrides: Overrides): CaseRange[] {
  return overrideCases(lookAt(rule).ranges(), rule.paragraphs, overrides);
}

/** Weigh all ways to divide a rule's paragraphs into argument and stories. */
export function lookAt(rule: TellingText): Look {
  if (rule.paragraphs.length === 0) return { tone: silence, sums: sumsOf(), ranges: () => [] };
  const weighed = weigh(rule);
  const { features, lattice } = weighed;
  const probability = posterior(lattice).story;
  return {
    tone: toneOf(features.paragraphs.readings),
    sums: sumsOf(features.paragraphs, { ...lattice, probability }),
    ranges: (sense) => {
      const likely = sense
        ? posterior(lookAgain(lattice, featuresByBook(features.paragraphs, sense), weighed.weights.second))
            .story
        : probability;
      return choose(likely, lattice.size, lattice.longest, leastWorth).map((range) =>
        caseOf(rule, weighed, range),
      );
    },
  };
}

/** What is to be known of a story that was found. */
function caseOf(
  rule: TellingText,
  { texts, markers, weights, features }: Weighed,
  { first, last, probability }: Range,
): CaseRange {
  const before = markers[first - 1];
  const heading = before?.kind === 'open' && before.inline === 0 ? before : undefined;
  const marker = heading ?? markers[first];
  return {
    first,
    last,
    kind: marker || hasOutcome(texts.slice(first, last + 1)) || breaksOff(rule, last) ? 'case' : 'anecdote',
    basis: marker?.basis,
    title:
      heading?.title === undefined
        ? undefined
        : originalTitle(must(rule.paragraphs[first - 1]), heading.title),
    method: marker ? 'marker' : 'cues',
    confidence: Math.min(1, Math.round(probability * 100) / 100),
    cues: cuesOf(features, first, last, weights.first),
    marker: heading ? first - 1 : undefined,
    endMarker: markers[last + 1]?.kind === 'close' ? last + 1 : undefined,
    inlineMarker: markers[first]?.inline ?? 0,
  };
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

type Weighed = ReturnType<typeof weigh>;

/** Score all ways to divide a rule's paragraphs. */
function weigh({ paragraphs }: TellingText) {
  const folded = paragraphs.map(({ text }) => simplified(text));
  // Markers say how far they reach into a paragraph: in its own characters.
  const markers = folded.map((text) => markerOf(evenMarks(text)));
  const texts = folded.map((text) => evenMarks(closeUp(text)));
  const weights = learnedWeights();
  const features = featuresOf(texts);
  const possible = possibleStories(
    texts,
    markers,
    paragraphs.map(({ heading }) => heading !== undefined),
  );
  return { texts, markers, weights, features, lattice: score(features, possible, weights.first, minLogOdds) };
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
