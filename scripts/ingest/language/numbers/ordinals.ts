/** Ordinals that are no numerals: Roman numbers, English words, heavenly stems. */

const roman: Record<string, number> = { I: 1, V: 5, X: 10 };
const english =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const stems = '甲乙丙丁戊己庚辛壬癸';

/** Sources of patterns, for use inside one. A Roman number is of capitals, in letters or in one character. */
export const romanPattern = String.raw`(?:[IVX]{1,6}|[\u2160-\u216b])(?![A-Za-z0-9])`;
export const englishPattern = `(?:${english.map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}|${word.toUpperCase()}`).join('|')})(?![A-Za-z])`;
export const stemPattern = `[${stems}]`;

/** Read a Roman number up to 39 (`IV`, `Ⅳ`), an English one up to `Twenty`, or a heavenly stem. `undefined` if it is none. */
export function parseOrdinal(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  const word = english.indexOf(plain.toLowerCase());
  if (word >= 0) return word + 1;
  const stem = plain.length === 1 ? stems.indexOf(plain) : -1;
  return stem >= 0 ? stem + 1 : parseRoman(plain);
}

function parseRoman(text: string): number | undefined {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return undefined;
  const values = [...text].map((letter) => roman[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
