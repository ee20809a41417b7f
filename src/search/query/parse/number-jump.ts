import { numeralCharacters, parseNumeral } from '../../../lib/numerals.ts';

const numeral = `([${numeralCharacters}]{1,6})`;
const chapter = new RegExp(`^(?:第\\s*${numeral}\\s*章|(?:chapter|ch\\.?)\\s*${numeral})$`, 'iu');
const rule = new RegExp(
  `^(?:法则|法則|规则|規則|rule)?\\s*(?:第\\s*)?${numeral}\\s*(?:[.．。·、-]|－|章\\s*(?:第\\s*)?)\\s*${numeral}\\s*(?:[条條][法規规][则則]|[条條节節])?$`,
  'iu',
);

/**
 * The chapter or rule that a number names: `1.2`, `3-2`, `第3章第2条` and `rule 1.2` name a rule, `第三章` a chapter.
 * @returns The number as in the records, `'3'` or `'3.2'`; `undefined` if the text isn't such a number.
 */
export function numberNamed(typed: string): string | undefined {
  const text = typed.trim();
  const asRule = rule.exec(text);
  const asChapter = chapter.exec(text);
  const numbers = (asRule ?? asChapter)?.slice(1).filter((group) => group !== undefined);
  const values = numbers?.map(parseNumeral);
  return values?.every((value) => value !== undefined) ? values.join('.') : undefined;
}
