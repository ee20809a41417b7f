import type { Book, CaseRange, ChapterNode, RuleNode } from '../model.ts';
import { overrideCases } from '../corrections/override-cases.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { lookAt, type TellingText } from './find-cases.ts';
import { senseOf, sumOf } from './model/book-sense.ts';
import { looking, type Seen } from './looker.ts';
import { shareOut } from '../threads/share-out.ts';
import { addTones, isAllNarrative, silence, tellsNothing } from './tone.ts';
import { must } from '../../../src/lib/must.ts';

/** What a case needs to be taken in a text that hardly tells anything: likelihood, characters, and more than one paragraph. */
const minSureProbability = 0.85;
const minSureLength = 80;
/** A book that tells cases tells one of them this clearly. */
export const clear = 0.6;
/** The first rules, up to this many paragraphs, show how a book tells. Looks at them are kept in memory until all are taken. */
const maxSampled = 4_000;

/** The cases of a book by the rule that tells them, or by the chapter, if it has no rules. */
export interface CasesOfBook {
  ranges: Map<RuleNode | ChapterNode, CaseRange[]>;
  /** The book tells nearly everything, so that only marked cases were taken. */
  allNarrative: boolean;
}

/**
 * Find the cases of a book. What a book does throughout is no case: in a novel only what the text itself marks is taken.
 * @param look looks at a text, or remembers what it saw there; by default, a long book is looked through on several processors
 */
export function casesOfBook(
  { chapters }: Pick<Book, 'chapters'>,
  overrides: Overrides,
  look?: typeof lookAt,
): CasesOfBook {
  const found = lookTwice(chapters.flatMap(placesOf), look);
  const tone = found.map((each) => each.tone).reduce(addTones, silence);
  const allNarrative = isAllNarrative(tone);
  const doubtful = tellsNothing(tone);
  const unclear = found.every((each) => each.ranges.every(({ confidence }) => confidence < clear));
  const isTaken = ({ method, confidence, first, last }: CaseRange, { paragraphs }: TellingText) => {
    if (method !== 'cues') return true;
    if (allNarrative || unclear) return false;
    if (!doubtful) return true;
    const size = paragraphs.slice(first, last + 1).reduce((sum, { text }) => sum + text.length, 0);
    return confidence >= minSureProbability && last > first && size >= minSureLength;
  };
  const ranges = new Map(
    found.map(({ node, text, ranges: each }) => [
      node,
      overrideCases(
        each.filter((range) => isTaken(range, text)),
        text.paragraphs,
        overrides,
      ),
    ]),
  );
  return { ranges, allNarrative };
}

/** A place where stories may be told. */
interface Place {
  node: RuleNode | ChapterNode;
  text: TellingText;
}

/** Look at each place, then again with what the others show of how the book tells. */
function lookTwice(places: Place[], look: typeof lookAt | undefined): (Place & Seen)[] {
  let paragraphs = 0;
  const isSampled = ({ text }: Place) => (paragraphs += text.paragraphs.length) <= maxSampled;
  const notSampled = places.findIndex((place) => !isSampled(place));
  const sampleEnd = notSampled < 0 ? places.length : Math.max(1, notSampled);
  const looks = places.slice(0, sampleEnd).map(({ text }) => (look ?? lookAt)(text));
  const sums = sumOf(looks.map((each) => each.sums));
  const sampled = looks.map(({ tone, ranges, sums: own }) => ({
    tone,
    ranges: ranges(senseOf(sums, own)),
  }));
  const others = places.slice(sampleEnd).map(({ text }) => text);
  const sense = senseOf(sums);
  const seen = look
    ? others.map((text) => {
        const { tone, ranges } = look(text);
        return { tone, ranges: ranges(sense) };
      })
    : shareOut(looking, sums, others.map(looked));
  return [...sampled, ...seen].map((each, index) => ({ ...must(places[index]), ...each }));
}

/** What a look needs of a text. */
const looked = ({ paragraphs, status }: TellingText): TellingText => ({
  status,
  paragraphs: paragraphs.map(({ text, heading }) => ({
    text,
    lines: [0, 0],
    ...(heading === undefined ? {} : { heading }),
  })),
});

/** Where a chapter may tell stories: in its rules, or in its own text, if it has no rules. */
function placesOf(chapter: ChapterNode): Place[] {
  if (chapter.rules.length > 0) return chapter.rules.map((rule) => ({ node: rule, text: rule }));
  return [{ node: chapter, text: { paragraphs: chapter.opening, status: 'complete' } }];
}
