import { must } from '../../../../src/lib/must.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { TextMeasure } from '../model/text-measure.ts';
import { isBookTitle } from './book-title.ts';

/**
 * Drop headings between a document's title and its first numbered heading, such as its kind and date. They look
 * like headings of the chapters' level, but have no text and no number.
 */
export function withoutPreamble(all: Candidate[], text: TextMeasure, marked: number[]): Candidate[] {
  if (isBookTitle(all, text, marked)) return withoutPreamble(all.slice(1), text, marked);
  const numbered = all.filter(({ number }) => number !== undefined).length;
  if (numbered * 2 < all.length) return all;
  const from = all.findIndex(
    ({ number, last }, i) =>
      number !== undefined || text.between(last + 1, all[i + 1]?.first ?? text.body.end) > 0,
  );
  const first = all.findIndex(({ number }) => number !== undefined);
  return from >= 0 && from < first
    ? all.filter((each, i) => i >= first || text.between(each.last + 1, must(all[i + 1]).first) > 40)
    : all.slice(from);
}
