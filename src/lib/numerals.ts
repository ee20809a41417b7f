import { must } from './must.ts';

/** Digits of ordinary, financial and old numerals, Simplified and Traditional. */
const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  弌: 1,
  二: 2,
  贰: 2,
  貳: 2,
  弍: 2,
  两: 2,
  兩: 2,
  三: 3,
  叁: 3,
  參: 3,
  叄: 3,
  参: 3,
  弎: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  陸: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
/** Contracted tens. */
const tens: Record<string, number> = { 廿: 20, 卄: 20, 卅: 30, 卌: 40 };

/** Characters of Chinese numerals that {@link parseNumeral} reads, for use inside a character class. */
export const hanNumeralCharacters =
  '〇零○一二三四五六七八九十百千万两兩廿卄卅卌壹弌贰貳弍叁參叄参弎肆伍陆陸柒捌玖拾佰仟萬';

/** The same, and figures of ordinary and of full width. */
export const numeralCharacters = `0-9０-９${hanNumeralCharacters}`;

/**
 * Read a numeral: `12`, `１２`, `十二`, `一百零二`, `二〇一八`, `廿一`, `两百`, `贰拾壹`. Spaces inside are ignored.
 * @returns `undefined` if the text isn't a numeral.
 */
export function parseNumeral(text: string): number | undefined {
  const plain = text.replace(/\s/g, '').normalize('NFKC');
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  const characters = [...plain];
  if (characters.length === 0 || characters.length > 16) return undefined;
  if (characters.length > 1 && characters.every((c) => c in digits)) {
    return Number(characters.map((c) => digits[c]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const c of characters) {
    if (c in digits) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = must(digits[c]);
    } else if (c in units) {
      section += (digit ?? 1) * must(units[c]);
      digit = undefined;
    } else if (c in tens) {
      if (digit !== undefined && digit !== 0) return undefined;
      section += must(tens[c]);
      digit = undefined;
    } else if (c === '万' || c === '萬') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}
