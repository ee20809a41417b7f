import { hanNumeralCharacters } from '../../../src/lib/numerals.ts';
import { made, value, type Form, type Numbering } from './numbers/form.ts';
import { forms, startsForm } from './numbers/forms.ts';
import { looseForms } from './numbers/loose-forms.ts';
import { foldRadicals } from './numbers/radicals.ts';
import { simplified } from './numbers/units.ts';

export type { Numbering };

/** A word and its number before the title, with nothing between: only where the line is a heading anyway. */
const gluedForm: Form = [
  new RegExp(`^(\\p{Script=Han}{2})([${hanNumeralCharacters}]{1,3})(?=\\p{Script=Han})`, 'u'),
  ([, word = '', printed = '']) => made(`${simplified(word)}N`, 3.5, value(printed)),
];
/** 学而第一, 五帝本纪第一: the number is behind the title; behind that may be how much it holds (凡二十五章). */
const atTheEnd = new RegExp(
  `^((?:[^第，。：；“”]{1,16}?|[^第。：；“”]{2,26}(?=\\s)))\\s?第\\s?([${hanNumeralCharacters}]{1,5})(?:\\s+[凡计共計][${hanNumeralCharacters}]{1,5}[章篇首条條则則])?$`,
);
/** 计篇第一计篇: the title is on both sides of its number. */
const between = new RegExp(`^([^第，。：；“”\\s]{1,8})第([${hanNumeralCharacters}]{1,5})\\1$`);
const alone = new RegExp(`^(?:([0-9０-９]{1,3})|([${hanNumeralCharacters}]{1,4}))[.．、]?$`);

/**
 * The numbering that `text` starts with.
 * @param text a line without white space at its start
 */
export function numberingOf(text: string): Numbering | undefined {
  return startsForm.test(text) ? firstOf(forms, foldRadicals(text)) : undefined;
}

/** The numbering that `text` starts with, in a form that proves nothing by itself: many lines must count up in it. */
export function looseNumberingOf(text: string): Numbering | undefined {
  return firstOf(looseForms, foldRadicals(text));
}

/** The same of a line that other words have shown to be a heading: a word and its number may be glued to the title. */
export function gluedNumberingOf(text: string): Numbering | undefined {
  return firstOf([gluedForm], foldRadicals(text));
}

/** A number behind the title (学而第一). Its length is 0, since nothing is before the title. */
export function numberingAtEnd(text: string): Numbering | undefined {
  const folded = foldRadicals(text);
  const match = atTheEnd.exec(folded) ?? between.exec(folded);
  const number = match?.[2] === undefined ? undefined : value(match[2]);
  if (!match || number === undefined) return undefined;
  // 书名卷第一 numbers a volume.
  const [scheme, rank] = match[1]?.endsWith('卷') ? (['…卷第N', 0] as const) : (['…第N', 2.2] as const);
  return { ...made(scheme, rank, number), length: 0, label: `第${match[2]}`, apart: true };
}

/** A number with its line to itself: 一, 12, 叁. */
export function numeralAlone(text: string): Numbering | undefined {
  const match = alone.exec(foldRadicals(text));
  const number = match ? value(match[1] ?? match[2] ?? '') : undefined;
  if (!match || number === undefined) return undefined;
  const scheme = match[1] === undefined ? '一 alone' : 'N alone';
  return {
    ...made(scheme, match[1] === undefined ? 5.6 : 5.8, number),
    length: text.length,
    label: text,
    apart: true,
  };
}

/** 第十七条之一: put in behind the article of that number when the law was amended. */
export function isInserted(label: string): boolean {
  return /条之[^\s]{1,3}$/.test(label);
}

/** 第 or a word before the number. */
const wordsFirst = new RegExp(`^(?:第|(?![${hanNumeralCharacters}]{2})\\p{Script=Han}{2})`, 'u');

function firstOf(table: readonly Form[], text: string): Numbering | undefined {
  for (const [pattern, read] of table) {
    const match = pattern.exec(text);
    const found = match ? read(match) : undefined;
    if (!match || !found) continue;
    const printed = match[0].trimEnd();
    const apart = match[0].length === text.length || /[\s:：、.．·•|｜—–－)）〕】］\]-]$/.test(match[0]);
    // 第三章：, 法则三、: the mark is none of the label's, as it is of 十一、.
    const label = wordsFirst.test(printed) ? printed.replace(/[\s:：、.．·•|｜—–－-]+$/, '') : printed;
    return { ...found, length: match[0].length, label, apart };
  }
  return undefined;
}
