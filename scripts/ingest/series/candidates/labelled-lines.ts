import { hanNumeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';
import { endsSentence, visibleLength } from '../../language/prose.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import type { Candidate } from './line/candidate.ts';

const numeral = `([0-9０-９]{1,3}|[${hanNumeralCharacters}]{1,4})`;

/** What labels a case, a question or a year, by form. The number, if there is one, is the first group. */
const labels: [form: string, pattern: RegExp][] = [
  [
    '案例N',
    new RegExp(
      `^[【［[]?(?:案例|个案|個案|实例|實例|故事|小故事|例)\\s?${numeral}[】］\\]]?[\\s:：、.．·]{0,8}`,
    ),
  ],
  ['问N', new RegExp(`^(?:[Qq]|问题?|問題?)\\s?${numeral}[\\s:：、.．]{1,8}`)],
  ['问', /^(?:[Qq]|问|問)\s?[:：]\s{0,8}/],
  ['年', /^((?:19|20)\d\d)年度?[\s:：]{1,8}/],
];
const maxLength = 40;

/**
 * Lines that are labelled as a case, a question or a year: below chapters they are none, but a book that has nothing
 * else is a collection of cases, a list of questions or a chronicle. The first form that stands twice is read.
 */
export function readLabelledLines(body: BodyLines): Candidate[] {
  for (const [form, pattern] of labels) {
    const found: Candidate[] = [];
    for (let i = body.start; i < body.end; i += 1) {
      const candidate = body.furniture.has(i) ? undefined : labelled(body, i, form, pattern);
      if (candidate) found.push(candidate);
    }
    if (found.length > 1) return found;
  }
  return [];
}

function labelled(body: BodyLines, index: number, form: string, pattern: RegExp): Candidate | undefined {
  const whole = body.text(index);
  const match = visibleLength(whole) <= maxLength ? pattern.exec(whole) : null;
  const title = whole.slice(match?.[0].length ?? 0);
  if (!match || title === '' || /[。；]/.test(title) || (endsSentence(title) && !/[？?]$/.test(title)))
    return undefined;
  const label = match[0].replace(/[\s:：、.．·]+$/, '');
  return {
    first: index,
    last: index,
    form,
    rank: 6,
    number: match[1] === undefined ? undefined : parseNumeral(match[1]),
    parent: undefined,
    label,
    whole,
    title,
    strong: false,
    loose: false,
    shaped: true,
  };
}
