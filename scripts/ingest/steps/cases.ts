import type { CaseRange, Paragraph, RuleNode } from '../model.ts';
import { cues, countCues } from './case-cues.ts';
import { markerOf, type Marker } from './case-markers.ts';
import { divide, type Evidence, type Run } from './case-model.ts';
import {
  bridge,
  commentary,
  imagined,
  moral,
  namesStory,
  opening,
  outcome,
  quotation,
  resumes,
} from './case-turns.ts';
import { labelSpans, takesStory, type LabelSpan } from './labels.ts';
import { namesIn } from './names.ts';
import { overrideCases } from './override-cases.ts';
import type { Overrides } from './overrides.ts';
import { simplified } from './simplified.ts';

/** Log-odds of being told for a paragraph without any cue. */
const bias = -2.2;

/** A single paragraph told this much stands out from the argument around it, though no story starts and ends there. */
const anecdote = 2.5;

/** Find the told cases among a rule's paragraphs, in text order, none overlapping. */
export function findCases(rule: RuleNode, overrides: Overrides): CaseRange[] {
  const texts = rule.paragraphs.map((paragraph) => simplified(paragraph.text));
  const markers = texts.map(markerOf);
  const evidence = weigh(texts, markers);
  const runs: (Run & { aside?: true })[] = divide(evidence);
  for (const [index, score] of evidence.told.entries()) {
    if (
      score < anecdote ||
      evidence.settled[index] ||
      runs.some((run) => index >= run.first && index <= run.last)
    )
      continue;
    runs.push({
      first: index,
      last: index,
      aside: true,
      probability: 1 / (1 + Math.exp(anecdote - 1 - score)),
    });
  }
  runs.sort((a, b) => a.first - b.first);
  const found = runs.map(({ first, last, probability, aside }): CaseRange => {
    const before = markers[first - 1];
    const heading = before?.kind === 'open' && before.inline === 0 ? before : undefined;
    const marker = heading ?? markers[first];
    const story = texts.slice(first, last + 1);
    return {
      first,
      last,
      kind: marker || (!aside && hasOutcome(story)) ? 'case' : 'anecdote',
      basis: marker?.basis,
      title:
        heading?.title === undefined ? undefined : originalTitle(rule.paragraphs[first - 1]!, heading.title),
      method: marker ? 'marker' : 'cues',
      confidence: round(probability),
      cues: cuesOf(story),
      marker: heading ? first - 1 : undefined,
      endMarker: markers[last + 1]?.kind === 'close' ? last + 1 : undefined,
      inlineMarker: markers[first]?.inline ?? 0,
    };
  });
  return overrideCases(found, rule.paragraphs, overrides);
}

/** The title stands at the end of the marker's line, in the characters of the source. */
function originalTitle(paragraph: Paragraph, title: string): string {
  return paragraph.text.slice(-title.length);
}

function round(probability: number): number {
  return Math.round(probability * 100) / 100;
}

/** A story of several paragraphs has come to an end; a single paragraph has to say how it ended. */
function hasOutcome(story: string[]): boolean {
  return story.length > 1 || outcome.test(story[0]!);
}

/** Names of the cues found in a story, the most telling first. */
function cuesOf(story: string[]): string[] {
  const counts = story.map(countCues);
  return cues
    .map(({ name, weight }, index) => ({
      name,
      score: weight * counts.reduce((sum, count) => sum + count[index]!, 0),
    }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ name }) => name);
}

/** What markers, labels and cues say of each paragraph. */
function weigh(texts: string[], markers: (Marker | undefined)[]): Evidence {
  const names = namesIn(texts);
  const evidence: Evidence = {
    told: texts.map((text, index) => {
      const score = told(text, names);
      return namesStory.test(texts[index + 1] ?? '') ? Math.max(score, 0.5) : score;
    }),
    start: texts.map(starts),
    end: [0, ...texts.slice(1).map((text, index) => ends(texts[index]!, text)), 1],
    settled: texts.map(() => undefined),
  };
  const labels = labelSpans(texts, (index) => markers[index] !== undefined);
  for (const { first } of labels) evidence.end[first]! += 2.5;
  settle(evidence, markers, labels);
  return evidence;
}

/** Log-odds that a paragraph is told, from its cues and from names that recur in the rule. */
function told(text: string, names: string[]): number {
  const counts = countCues(text);
  const length = Math.min(1, 0.3 + text.length / 120);
  const sum = cues.reduce((score, { weight }, index) => score + weight * counts[index]!, bias * length);
  const known = names.some((name) => text.includes(name)) ? 1 : 0;
  const reported = quotation.test(text) ? -2 : 0;
  return (
    Math.max(-5, Math.min(5, sum + known + reported)) -
    (bridge.test(text) || moral.test(text) || imagined.test(text) ? 4 : 0)
  );
}

/** Log-odds that a story starts with a paragraph: a scene set in its first sentence, against going on from something. */
function starts(text: string): number {
  const sentence = /^[^。！？!?]*/.exec(text)![0];
  return -2 + (opening.test(sentence) ? 2 : 0) - (resumes.test(sentence) ? 1.5 : 0);
}

/** Log-odds that a story ends between two paragraphs. */
function ends(before: string, after: string): number {
  return (
    -1.5 +
    (moral.test(after) || bridge.test(after) ? 4 : 0) +
    (commentary.test(after) ? 2 : 0) +
    (outcome.test(before) ? 0.7 : 0)
  );
}

/** Markers and labels settle what they stand on, and what stands between a marker and the comment or end mark after it. */
function settle({ settled }: Evidence, markers: (Marker | undefined)[], labels: LabelSpan[]): void {
  for (const { first, last } of labels) settled.fill('argued', first, last + 1);
  markers.forEach((marker, index) => {
    if (marker) settled[index] = marker.inline > 0 ? 'first' : 'argued';
  });
  markers.forEach((marker, index) => {
    if (marker?.kind !== 'open') return;
    const start = marker.inline > 0 ? index : index + 1;
    if (start >= settled.length || settled[start] === 'argued') return;
    settled[start] = 'first';
    const label = labels.find(({ first }) => first > start);
    const next = markers.findIndex((other, at) => at > start && other !== undefined);
    const stop = Math.min(label?.first ?? Infinity, next < 0 ? Infinity : next);
    const closes = stop === label?.first ? takesStory(label.label) : markers[stop]?.kind === 'close';
    if (closes) settled.fill('story', start + 1, stop);
  });
}
