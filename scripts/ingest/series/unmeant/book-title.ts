import { namesBook, namesHandbook } from '../../language/words/book-names.ts';
import { frontKind } from '../../language/words/section-words.ts';
import { countUpTo } from '../../sorted.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import type { TextMeasure } from '../model/text-measure.ts';

/** More text than this above a heading, or right below it, is no title page's. */
const mostOnTitlePage = 80;
/** This share of the headings below a document's title are numbered, if its title has the chapters' level. */
const minNumbered = 0.7;
/** More of the book than this below a name is a chapter's text: less if nothing but the name tells that it is the book's. */
const longestWelcome = 1 / 2;
const longestUnnumbered = 0.15;
/** Fewer headings behind the first one don't tell that it is another kind. */
const fewestBehind = 2;

/**
 * Whether the first heading of a level is the title of the whole: it stands first in the document, has no number, and what follows
 * on its level tells that it is none of them.
 * @param all the headings of a level that the source's format marks
 */
export function isBookTitle(all: Candidate[], text: TextMeasure, marked: number[]): boolean {
  const [first, second, ...more] = all;
  if (!first || !second || more.length + 1 < fewestBehind || !opensBook(first, text)) return false;
  const below = Math.min(marked[countUpTo(marked, first.last)] ?? second.first, second.first);
  const isBare = text.between(first.last + 1, below) <= mostOnTitlePage;
  const welcome = text.between(first.last + 1, second.first) / Math.max(1, text.total);
  const rest = all.slice(1);
  if (isCounted(rest)) {
    if (below < second.first && isBare) return true;
    return namesHandbook(first.title) || namesBook(first.title)
      ? welcome <= longestWelcome
      : below === second.first && isBare;
  }
  if (namesBook(first.title) && !rest.some(({ title }) => namesBook(title)))
    return welcome <= longestUnnumbered;
  const isEmpty = isBare && text.prose(first.last + 1, second.first) === 0;
  return below === second.first && isEmpty && haveText(rest, text);
}

/** Whether a heading without a number is the first text of the document, but for the lines of a title page. */
function opensBook({ form, first, number, label, title }: Candidate, text: TextMeasure): boolean {
  return (
    form.startsWith('#') &&
    number === undefined &&
    label === '' &&
    frontKind(title) === undefined &&
    text.between(text.body.start, first) <= mostOnTitlePage
  );
}

/** Whether headings are numbered from 1, but for a preface before them and some behind. */
function isCounted(all: Candidate[]): boolean {
  const counted = all.filter(({ title, number }) => number !== undefined || frontKind(title) === undefined);
  const numbered = counted.filter(({ number }) => number !== undefined).length;
  return counted[0]?.number === 1 && numbered >= minNumbered * counted.length;
}

/** Whether each of some headings has text of its own, or below lower headings: none of them parts the others. */
function haveText(all: Candidate[], text: TextMeasure): boolean {
  return all.every(({ last }, i) => text.prose(last + 1, all[i + 1]?.first ?? text.body.end) > 0);
}
