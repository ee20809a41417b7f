import { hanNumeralCharacters, parseNumeral } from '../../../src/lib/numerals.ts';

const numeral = `([0-9０-９]{1,3}|[${hanNumeralCharacters}]{1,4})`;
const question = new RegExp(`^(?:[QＱ]|问题?|問題?)\\s?${numeral}?\\s?[:：.．、]\\s{0,4}(?=\\S)`, 'i');
const answer = new RegExp(`^(?:[AＡ]|答案?|回答|解答)\\s?${numeral}?\\s?[:：.．、]`, 'i');

/** A line of a book of questions and answers: 问：能退吗？ or Q2: May I?. */
export interface Question {
  /** As printed, without the mark behind it: 问, Q2. */
  label: string;
  number: number | undefined;
  title: string;
}

/** The question that a line asks; `undefined` if it has no label of one. */
export function questionOf(text: string): Question | undefined {
  const match = question.exec(text);
  if (!match) return undefined;
  return {
    label: match[0].replace(/[\s:：.．、]+$/, ''),
    number: match[1] === undefined ? undefined : parseNumeral(match[1]),
    title: text.slice(match[0].length),
  };
}

/** Whether a line is labelled as an answer: 答：, A2:. */
export function isAnswer(text: string): boolean {
  return answer.test(text);
}

/** What an answer says, without its label. */
export function withoutAnswerLabel(text: string): string {
  return text.replace(answer, '').trimStart();
}
