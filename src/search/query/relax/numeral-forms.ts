import { toHan } from '../../../lib/han-number.ts';
import { hanNumeralCharacters, parseNumeral } from '../../../lib/numerals.ts';

const figures = /\d{1,4}/gu;
const hanNumeral = new RegExp(`[${hanNumeralCharacters}]+`, 'gu');

/** Figures read out one by one, as years are: 2006 is 二〇〇六. */
const byDigits = (digits: string): string =>
  [...digits].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

/** The word with its numerals in the other notations: 3个月 is 三个月, 2006 is 二千零六 and 二〇〇六, 三个月 is 3个月. */
export function numeralForms(word: string): string[] {
  const forms = [
    word.replace(figures, (digits) => toHan(Number(digits))),
    word.replace(figures, (digits) => (digits === '2' ? '两' : toHan(Number(digits)))),
    word.replace(figures, byDigits),
    word.replace(hanNumeral, (text) => String(parseNumeral(text) ?? text)),
  ];
  return [...new Set(forms)].filter((form) => form !== word);
}
