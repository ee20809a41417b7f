import { must } from '../../../../src/lib/must.ts';
import { frontKind } from '../../language/section-words.ts';
import { countUpTo } from '../../sorted.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { TextMeasure } from '../model/text-measure.ts';

/**
 * Drop headings between a document's title and its first numbered heading, such as its kind and date. They look
 * like headings of the chapters' level, but have no text and no number.
 */
export function withoutPreamble(all: Candidate[], text: TextMeasure, marked: number[]): Candidate[] {
  const numbered = all.filter(({ number }) => number !== undefined).length;
  if (numbered * 2 < all.length) return all;
  if (isDocumentTitle(all, text, marked)) return withoutPreamble(all.slice(1), text, marked);
  const from = all.findIndex(
    ({ number, last }, i) =>
      number !== undefined || text.between(last + 1, all[i + 1]?.first ?? text.body.end) > 0,
  );
  const first = all.findIndex(({ number }) => number !== undefined);
  return from >= 0 && from < first
    ? all.filter((each, i) => i >= first || text.between(each.last + 1, must(all[i + 1]).first) > 40)
    : all.slice(from);
}

/** More text than this right below a heading is a chapter's. */
const mostBelowTitle = 80;
/** This share of the headings below a document's title are numbered, if its title has the chapters' level. */
const minNumbered = 0.7;

/**
 * Whether the first heading of a level is the title of the whole: it is the document's first line, hardly any text but
 * a lower heading comes right below, and what follows on its level is numbered from 1.
 */
function isDocumentTitle(all: Candidate[], text: TextMeasure, marked: number[]): boolean {
  const [first, second] = all;
  if (!first || !second || first.number !== undefined || second.number !== 1) return false;
  if (first.first !== text.body.next(text.body.start - 1) || frontKind(first.title) !== undefined)
    return false;
  const below = marked[countUpTo(marked, first.last)] ?? second.first;
  const numbered = all.filter(({ number }) => number !== undefined).length;
  return (
    below < second.first &&
    text.between(first.last + 1, below) <= mostBelowTitle &&
    numbered >= minNumbered * (all.length - 1)
  );
}
