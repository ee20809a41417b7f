import { hanNumeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';
import { looseNumberingOf, numberingOf } from '../../language/numbering.ts';
import { visibleLength } from '../../language/prose.ts';
import type { BodyLines } from '../../page/body-lines.ts';

/** Fewer lines of one pattern may be chance, however well they count. */
const fewestMembers = 4;
/** This share of the numbers are the very next. */
const minSteps = 0.9;
const maxTitleLength = 40;
/** Marks or a word, a number, and marks or a unit that part it from the title: 第【1】段：, 〈一〉. */
const pattern = new RegExp(
  `^([^\\p{N}\\s。，；：！？]{1,6}?)([0-9０-９]{1,4}|[${hanNumeralCharacters}]{1,4})([^\\p{L}\\p{N}\\s。，；！？]{0,3}\\p{Script=Han}{0,2}[^\\p{L}\\p{N}。，；！？]{1,3})(?=\\S)`,
  'u',
);

/** A number of a pattern that is no known form, but that the lines of this book count by. */
export interface TemplateNumber {
  /** The pattern, with N for the number: 第【N】段：. */
  form: string;
  number: number;
  label: string;
  length: number;
}

/** The lines that count up by one in a pattern of their own, from the first of the book on. */
export function findTemplates(body: BodyLines): Map<number, TemplateNumber> {
  const byForm = new Map<string, [index: number, found: TemplateNumber][]>();
  for (let index = body.start; index < body.end; index += 1) {
    const text = body.text(index);
    if (text === '' || text.length > 2 * maxTitleLength || body.furniture.has(index)) continue;
    const found = templateOf(text);
    if (found) pushTo(byForm, found.form, [index, found]);
  }
  return new Map(
    [...byForm.values()]
      .filter(
        (members) => members.length >= fewestMembers && countsUp(members.map(([, { number }]) => number)),
      )
      .flat(),
  );
}

function templateOf(text: string): TemplateNumber | undefined {
  const [whole = '', before = '', printed = '', behind = ''] = pattern.exec(text) ?? [];
  if (whole === '' || !/[^\p{L}\p{N}\s]/u.test(before + behind.trim())) return undefined;
  const number = parseNumeral(printed);
  const title = text.slice(whole.length);
  if (number === undefined || visibleLength(title) > maxTitleLength || /[。；]/.test(title)) return undefined;
  if (numberingOf(text) ?? looseNumberingOf(text)) return undefined;
  return {
    form: `${before}N${behind.trim()}`,
    number,
    label: whole.replace(/[\s:：、.．]{1,4}$/, ''),
    length: whole.length,
  };
}

function countsUp(numbers: number[]): boolean {
  const steps = numbers.filter((number, i) => number - (numbers[i - 1] ?? number - 1) === 1).length;
  return (numbers[0] ?? 0) <= 1 && steps >= minSteps * numbers.length;
}
