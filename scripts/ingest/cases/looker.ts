import type { CaseRange } from '../model.ts';
import type { Work } from '../threads/share-out.ts';
import { lookAt, type TellingText } from './find-cases.ts';
import { senseOf, type BookSums } from './model/book-sense.ts';
import { storyOf } from './story-of.ts';
import { caseTitle } from './title/title.ts';
import type { Tone } from './tone.ts';

/** What two looks at a text have found. */
export interface Seen {
  tone: Tone;
  ranges: CaseRange[];
}

/**
 * Look at texts, and again with what others have shown of how the book tells. Stories get their titles here, where
 * threads help and their words are known.
 */
export const looking: Work<BookSums, TellingText, Seen> = {
  module: import.meta.url,
  name: 'looking',
  readsWords: true,
  make: (sums) => {
    const sense = senseOf(sums);
    return (text) => {
      const { tone, ranges } = lookAt(text);
      return { tone, ranges: ranges(sense).map((range) => titled(range, text)) };
    };
  },
  sizeOf: ({ paragraphs }) => paragraphs.length,
};

function titled(range: CaseRange, { paragraphs }: TellingText): CaseRange {
  return range.title === undefined
    ? { ...range, made: caseTitle(storyOf(paragraphs, range)) ?? null }
    : range;
}
