import { own } from '../../../../src/lib/own.ts';
import { toHan } from '../../../../src/lib/han-number.ts';

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const financial = [...'零壹贰叁肆伍陆柒捌玖'];

/** Past z come aa, bb and so on; no list goes on for long so. */
const maxLetters = 20;

function letters(number: number): string {
  if (number > 26 * maxLetters) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  const values: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = number;
  let text = '';
  for (const [value, sign] of values) {
    while (left >= value && left < 4000) {
      text += sign;
      left -= value;
    }
  }
  return text || String(number);
}

function digitByDigit(number: number, zero: string): string {
  return [...String(number)]
    .map((digit) => [zero, '一', '二', '三', '四', '五', '六', '七', '八', '九'][Number(digit)])
    .join('');
}

function circled(number: number): string {
  if (number >= 1 && number <= 20) return String.fromCharCode(0x245f + number);
  return number <= 35 ? String.fromCharCode(0x323c + number) : String(number);
}

function fullWidth(number: number): string {
  return [...String(number)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
}

function withFinancialDigits(number: number): string {
  const digits = '零一二三四五六七八九';
  return toHan(number)
    .replace(/[零一二三四五六七八九]/g, (digit) => financial[digits.indexOf(digit)] ?? digit)
    .replace(/十/g, '拾')
    .replace(/百/g, '佰')
    .replace(/千/g, '仟');
}

/** How numbers are printed, by the format's name in small letters. */
const writers: Record<string, (number: number) => string> = {
  decimalzero: (number) => String(number).padStart(2, '0'),
  decimalfullwidth: fullWidth,
  decimalfullwidth2: fullWidth,
  decimalenclosedcircle: circled,
  decimalenclosedcirclechinese: circled,
  decimalenclosedparen: (number) =>
    number >= 1 && number <= 20 ? String.fromCharCode(0x2473 + number) : `(${number})`,
  decimalenclosedfullstop: (number) =>
    number >= 1 && number <= 20 ? String.fromCharCode(0x2487 + number) : `${number}.`,
  chinesecounting: toHan,
  chinesecountingthousand: toHan,
  taiwanesecounting: toHan,
  taiwanesecountingthousand: toHan,
  japanesecounting: toHan,
  japanesedigitaltenthousand: (number) => digitByDigit(number, '〇'),
  ideographdigital: (number) => digitByDigit(number, '〇'),
  taiwanesedigital: (number) => digitByDigit(number, '○'),
  chineselegalsimplified: withFinancialDigits,
  ideographlegaltraditional: withFinancialDigits,
  japaneselegal: withFinancialDigits,
  ideographenclosedcircle: (number) =>
    number >= 1 && number <= 10 ? String.fromCharCode(0x327f + number) : toHan(number),
  ideographtraditional: (number) => stems[(number - 1) % 10] ?? String(number),
  ideographzodiac: (number) => branches[(number - 1) % 12] ?? String(number),
  ideographzodiactraditional: (number) =>
    `${stems[(number - 1) % 10] ?? ''}${branches[(number - 1) % 12] ?? ''}`,
  upperroman: (number) => roman(number).toUpperCase(),
  lowerroman: roman,
  upperletter: (number) => letters(number).toUpperCase(),
  lowerletter: letters,
};

/**
 * A number as Word prints it.
 * @param format one of Word's names (ST_NumberFormat, ECMA-376 part 1, 17.18.59), in any case; others print digits
 */
export function formatNumber(number: number, format: string): string {
  const name = format.toLowerCase();
  if ((number < 1 && name !== 'decimalzero') || !Number.isSafeInteger(number)) return String(number);
  return (own(writers, name) ?? String)(number);
}
