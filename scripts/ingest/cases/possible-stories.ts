import type { Marker } from '../language/case-markers.ts';
import { labelSpans, takesStory } from '../language/labels.ts';
import { isSetOut, isSpokenItem } from '../language/set-out.ts';
import { emptyLattice, type Lattice } from './model/divisions/lattice.ts';
import { longestStory } from './model/features/segment.ts';
import { must } from '../../../src/lib/must.ts';
import {
  announces,
  another,
  bridge,
  contrasts,
  imagined,
  maxim,
  moral,
  namesStory,
  tale,
} from './model/words/turns.ts';

/** How unlikely, in log-odds, another story is within what follows a marker up to the next one. */
const anotherWithinMarked = -3;
/** Log-odds of a moral, a bridge or a supposition being part of a story. */
const apartWithin = -4;
/** Log-odds of the opening of another story being part of the one before, and of its being an opening. */
const anotherAsLater = -10;
const anotherStarts = 7;
/** Log-odds of one's having ended right before that opening, and of two stories with nothing between them there. */
const anotherEnds = 3;
const anotherFollows = 4;
/** The same where the opening is less plain. */
const contrastAsLater = -3;
const contrastStarts = 2;
const contrastFollows = 2;
/** Log-odds of a story's ending before a sentence that leads over to another, and of the other's starting after it. */
const bridgeEnds = 2;
const bridgeStarts = 2;
/** Log-odds of a story's starting with what only tales start with, and of its ending before what speaks of it. */
const taleStarts = 4;
const namedEnds = 3;
/** Log-odds of a marked story's going on up to the next marker. */
const upToNextMarker = 1.5;

/** A story that its markers make longer than this many paragraphs is looked at as if they were none. */
const longestMarked = 300;
/** The ways that stories of a text may lie, at most: what is known of each takes memory. */
const maxWays = 2_000_000;

/** What markers and labels settle of a paragraph: in a story, the first of one, or argument. */
type SettledRole = 'story' | 'first' | 'argued' | undefined;

/**
 * The ways to divide a rule's paragraphs that its markers and labels leave possible.
 * @param texts the paragraphs in Simplified characters
 * @param headings which of them head a section
 */
export function possibleStories(
  texts: string[],
  markers: (Marker | undefined)[],
  headings: boolean[] = [],
): Lattice {
  const { roles, marked, spans } = settle(texts, markers, headings);
  const longest = Math.max(longestStory, longestRun(roles));
  const lattice = emptyLattice(texts.length, Math.max(1, Math.min(longest, texts.length)));
  roles.forEach((fact, at) => {
    if (fact === 'first' || fact === 'story') lattice.told[at] = 1;
    if (fact === 'argued') addWithin(lattice, at, at, -Infinity);
    if (fact === 'first') addWithin(lattice, at, at - 1, -Infinity);
    if (fact === 'story') addStarting(lattice, at, -Infinity);
    if (marked[at]) addStarting(lattice, at, anotherWithinMarked);
  });
  for (const { first, last } of spans) addTo(lattice, first, last, upToNextMarker);
  texts.forEach((text, at) => {
    const sentence = /^[^。！？!?]*/.exec(text)?.[0] ?? '';
    const leadsOver = bridge.test(text) || announces.test(text);
    if (leadsOver) {
      addEnding(lattice, at - 1, bridgeEnds);
      addStarting(lattice, at + 1, bridgeStarts);
    }
    if (tale.test(text)) addStarting(lattice, at, taleStarts);
    if (at > 0 && namesStory.test(text)) addEnding(lattice, at - 1, namedEnds);
    if (leadsOver || [moral, imagined, maxim].some((kind) => kind.test(text)))
      addWithin(lattice, at, at, apartWithin);
    else if (another.test(sentence)) {
      addWithin(lattice, at, at - 1, anotherAsLater);
      addStarting(lattice, at, anotherStarts);
      addEnding(lattice, at - 1, anotherEnds);
      lattice.adjacent[at]! += anotherFollows;
    } else if (contrasts.test(`${sentence}。`)) {
      addWithin(lattice, at, at - 1, contrastAsLater);
      addStarting(lattice, at, contrastStarts);
      lattice.adjacent[at]! += contrastFollows;
    }
  });
  return lattice;
}

function addTo({ story, longest }: Lattice, first: number, last: number, amount: number): void {
  if (last - first < longest) story[first * longest + last - first]! += amount;
}

function addStarting({ size, story, longest }: Lattice, first: number, amount: number): void {
  if (first >= size) return;
  for (let length = 1; length <= longest; length += 1) story[first * longest + length - 1]! += amount;
}

function addEnding({ story, longest }: Lattice, last: number, amount: number): void {
  for (let first = Math.max(0, last - longest + 1); first <= last; first += 1)
    story[first * longest + last - first]! += amount;
}

/** Add to the scores of all stories that a paragraph lies in and that start at `latest` or before. */
function addWithin({ story, longest }: Lattice, at: number, latest: number, amount: number): void {
  for (let first = Math.max(0, at - longest + 1); first <= latest; first += 1)
    for (let length = at - first + 1; length <= longest; length += 1)
      story[first * longest + length - 1]! += amount;
}

/**
 * Markers and labels settle the paragraphs that they are in, and the paragraphs between a marker and the comment
 * or end mark after it.
 */
function settle(
  texts: string[],
  markers: (Marker | undefined)[],
  headings: boolean[],
): {
  roles: SettledRole[];
  marked: boolean[];
  spans: { first: number; last: number }[];
} {
  const roles: SettledRole[] = texts.map(() => undefined);
  const spans: { first: number; last: number }[] = [];
  const marked = texts.map(() => false);
  const labels = labelSpans(texts, (index) => markers[index] !== undefined);
  const labelAt = new Map(labels.map(({ first, label }) => [first, label]));
  const labelled = texts.map((_, index) => labelAt.has(index));
  for (const { first, last } of labels) roles.fill('argued', first, last + 1);
  markers.forEach((marker, index) => {
    if (marker) roles[index] = marker.inline > 0 ? 'first' : 'argued';
  });
  const nextMarkers = nextOf(markers.map((marker) => marker !== undefined));
  const nextLabels = nextOf(labelled);
  const longest = Math.min(longestMarked, Math.floor(maxWays / Math.max(1, texts.length)));
  markers.forEach((marker, index) => {
    if (marker?.kind !== 'open') return;
    const start = marker.inline > 0 ? index : index + 1;
    if (start >= roles.length || roles[start] === 'argued') return;
    roles[start] = 'first';
    const stop = Math.min(nextLabels[start + 1] ?? texts.length, nextMarkers[start + 1] ?? texts.length);
    const label = labelAt.get(stop);
    const closes = label === undefined ? markers[stop]?.kind === 'close' : takesStory(label);
    if (closes && stop - start <= longest) roles.fill('story', start + 1, stop);
    marked.fill(true, start + 1, stop);
    if (stop < texts.length) spans.push({ first: start, last: stop - 1 });
  });
  texts.forEach((text, index) => {
    const tells = isSpokenItem(text) || isStageDirection(texts, index);
    if (headings[index] || (isSetOut(text) && !tells)) roles[index] ??= 'argued';
  });
  return { roles, marked, spans };
}

/** Whether a paragraph says where or when, in brackets between what is said, as in a play: （三分钟后） */
function isStageDirection(texts: string[], index: number): boolean {
  const isSpeech = (text = '') => /^[“「『]/.test(text);
  return (
    /^（[^（）]+）$/.test(must(texts[index])) && isSpeech(texts[index - 1]) && isSpeech(texts[index + 1])
  );
}

/** Of each place, the next one from there on that has something. */
function nextOf(has: boolean[]): number[] {
  const next: number[] = [];
  for (let at = has.length - 1, last = has.length; at >= 0; at -= 1) next[at] = last = has[at] ? at : last;
  return next;
}

/** The longest run of paragraphs that markers make one story. */
function longestRun(roles: SettledRole[]): number {
  let longest = 0;
  let run = 0;
  for (const fact of roles) {
    run = fact === 'first' ? 1 : fact === 'story' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
