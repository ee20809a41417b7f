import type { CaseRange } from '../model.ts';
import { lookAt, type TellingText } from './find-cases.ts';
import { senseOf, type BookSums } from './model/book-sense.ts';
import type { Tone } from './tone.ts';

/** What two looks at a text have found. */
export interface Seen {
  tone: Tone;
  ranges: CaseRange[];
}

/**
 * Look at texts, and again with what others have shown of how the book tells.
 * @param sums what the others have shown
 */
export function looker(sums: BookSums): (text: TellingText) => Seen {
  const sense = senseOf(sums);
  return (text) => {
    const { tone, ranges } = lookAt(text);
    return { tone, ranges: ranges(sense) };
  };
}
