import { endsSentence, visibleLength } from '../../../language/prose.ts';
import type { BodyLines } from '../../../page/body-lines.ts';
import type { Candidate } from './candidate.ts';
import { isApart, isCentred, isCut, isDentedApart } from './apart.ts';

/** The longest heading of a strong form, such as 第一回 with a couplet, and of a weak one, such as 1. */
const longestStrong = 60;
const longestWeak = 40;

/**
 * Whether a candidate has the shape of a heading: no sentence, no item of a list, and apart from the text above.
 * @param marked its form has a mark or a word that sets it apart
 */
export function isShaped(candidate: Candidate, body: BodyLines, marked = false): boolean {
  const { whole, strong, first, last } = candidate;
  // The full stop in Vs。 belongs to the word.
  const title = candidate.title.replace(/(?<=[A-Za-z])。/g, '');
  if (visibleLength(whole) > (strong ? longestStrong : longestWeak)) return false;
  if (isSentence(title, strong ? 2 : 1)) return false;
  if (!strong && !marked && isWholeSentence(title) && !isQuestionApart(candidate, body)) return false;
  if (!strong && /^[“「（(]?[\d０-９.]+$|[|｜]/.test(title)) return false;
  const isLabelAlone = strong && title === '';
  // In a book that doesn't wrap its lines, 第一章 总则 can't be the rest of the line above.
  const isOwnLine = strong && (body.wrapping.width === 0 || isDentedApart(first, last, body));
  const isSetOff = isOwnLine || isCentred(first, body) || isApart(first, body);
  return (marked || isLabelAlone || isSetOff) && !isCut(last, body);
}

/** Whether a title has a mark that ends a sentence, or more than `maxCommas` commas. */
function isSentence(title: string, maxCommas: number): boolean {
  return /[。；]|[;，,：:、]$/.test(title) || (title.match(/[，,]/g)?.length ?? 0) > maxCommas;
}

/** Whether a title is a complete sentence with a comma, or several sentences. */
function isWholeSentence(title: string): boolean {
  return endsSentence(title) && /[，。；]/.test(title);
}

/** The longest question with a comma that is a title. */
const longestQuestion = 24;

/** Whether a title is a question between blank lines: 一. 下雨之后，谁来收伞？ */
function isQuestionApart({ title, first, last }: Candidate, body: BodyLines): boolean {
  const isApart = (first === body.start || body.text(first - 1) === '') && body.text(last + 1) === '';
  return isApart && /[？?]$/.test(title) && visibleLength(title) <= longestQuestion;
}
