import type { CaseRange, Paragraph, RuleNode } from '../model.ts';
import { countCues, cues } from './cues.ts';
import { weigh } from './evidence.ts';
import { markerOf } from '../language/case-markers.ts';
import { divide, type Run } from './viterbi.ts';
import { outcome } from './turns.ts';
import { overrideCases } from '../corrections/override-cases.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { endsSentence } from '../language/prose.ts';
import { simplified } from '../language/simplified.ts';

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
      kind: marker || (!aside && (hasOutcome(story) || breaksOff(rule, last))) ? 'case' : 'anecdote',
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

/** Whether the source ends within the paragraph, so that nothing can be said of the outcome. */
function breaksOff({ status, paragraphs }: RuleNode, index: number): boolean {
  return status === 'partial' && index === paragraphs.length - 1 && !endsSentence(paragraphs[index]!.text);
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
