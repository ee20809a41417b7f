import { countCues, cues } from './cues.ts';
import type { Marker } from '../language/case-markers.ts';
import type { Evidence } from './viterbi.ts';
import {
  another,
  bridge,
  commentary,
  imagined,
  moral,
  namesStory,
  opening,
  outcome,
  quotation,
  resumes,
} from './turns.ts';
import { labelSpans, takesStory, type LabelSpan } from '../language/labels.ts';
import { namesIn } from '../language/names.ts';

/** Log-odds of being told for a paragraph of the usual length without any cue. */
const bias = -2.2;

/**
 * What markers, labels and cues say of each paragraph of a rule.
 * @param texts the paragraphs in Simplified characters
 */
export function weigh(texts: string[], markers: (Marker | undefined)[]): Evidence {
  const names = namesIn(texts).map((name) => ({
    name,
    introduced: texts.findIndex((text) => text.includes(name)),
  }));
  const evidence: Evidence = {
    told: texts.map((text, index) => {
      const score = told(text) + (names.some(({ name }) => text.includes(name)) ? 1 : 0);
      return namesStory.test(texts[index + 1] ?? '') ? Math.max(score, 0.5) : score;
    }),
    start: texts.map((text, index) => {
      const present = names.filter(({ name }) => text.includes(name));
      const known = present.some(({ introduced }) => introduced < index);
      return starts(text) + (present.length === 0 ? 0 : known ? -1 : 1);
    }),
    end: [0, ...texts.slice(1).map((text, index) => ends(texts[index]!, text)), 1],
    settled: texts.map(() => undefined),
  };
  const labels = labelSpans(texts, (index) => markers[index] !== undefined);
  for (const { first } of labels) evidence.end[first]! += 2.5;
  settle(evidence, markers, labels);
  return evidence;
}

/** Log-odds that a paragraph is told, from its cues. */
function told(text: string): number {
  const counts = countCues(text);
  // A short paragraph has room for few cues, so that their absence tells less.
  const length = Math.min(1, 0.4 + text.length / 120);
  const sum = cues.reduce((score, { weight }, index) => score + weight * counts[index]!, bias * length);
  const reported = quotation.test(text) ? -2 : 0;
  const apart = bridge.test(text) || moral.test(text) || imagined.test(text) ? -4 : 0;
  return Math.max(-5, Math.min(5, sum + reported)) + apart;
}

/** Log-odds that a story starts with a paragraph: a scene set in its first sentence, against going on from something. */
function starts(text: string): number {
  const sentence = /^[^。！？!?]*/.exec(text)![0];
  return (
    -2 +
    (opening.test(sentence) ? 2 : 0) +
    (another.test(sentence) ? 2 : 0) -
    (resumes.test(sentence) ? 1.5 : 0)
  );
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
function settle(
  { settled, start: starts }: Evidence,
  markers: (Marker | undefined)[],
  labels: LabelSpan[],
): void {
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
    // What follows a marker is one story, however freshly its later paragraphs begin.
    for (let at = start + 1; at < Math.min(stop, settled.length); at += 1) starts[at]! -= 3;
  });
}
