import type { Localized } from '../schemas/localized.ts';
import { toHan } from './han-number.ts';
import { numeralCharacters, parseNumeral } from './numerals.ts';

/** English of the units that Chinese books are divided into. */
const units: Record<string, string> = {
  编: 'Book',
  部: 'Part',
  部分: 'Part',
  篇: 'Part',
  卷: 'Volume',
  册: 'Volume',
  辑: 'Collection',
  单元: 'Unit',
  章: 'Chapter',
  回: 'Chapter',
  节: 'Section',
  条: 'Article',
  讲: 'Lecture',
  课: 'Lesson',
  集: 'Episode',
  幕: 'Act',
  天: 'Day',
  日: 'Day',
  周: 'Week',
  封: 'Letter',
  话: 'Talk',
  步: 'Step',
  模块: 'Module',
  专题: 'Topic',
  项目: 'Project',
  任务: 'Task',
  附录: 'Appendix',
  附件: 'Annex',
};
/** What a book calls its parts without counting them. */
const words: Record<string, string> = {
  序: 'Preface',
  序言: 'Preface',
  前言: 'Preface',
  引言: 'Introduction',
  导言: 'Introduction',
  绪论: 'Introduction',
  总则: 'General provisions',
  附则: 'Supplementary provisions',
  附录: 'Appendix',
  后记: 'Afterword',
  结语: 'Conclusion',
};
const turns: Record<string, string> = { 上: 'First', 中: 'Middle', 下: 'Last' };

const numeral = `[${numeralCharacters}]+`;
const ordinal = new RegExp(String.raw`^第\s*(${numeral})\s*(\p{Script=Han}{1,2})$`, 'u');
const counted = new RegExp(String.raw`^(\p{Script=Han}{1,2}?)\s*(${numeral})$`, 'u');
const bare = new RegExp(String.raw`^([（(]?)(${numeral})([)）、.．]?)$`, 'u');

/** English of a heading's number as printed: 第二十二条 is “Article 22”; `undefined` where no English is known. */
export function englishLabel(label: string): string | undefined {
  if (!/\p{Script=Han}/u.test(label)) return label;
  if (label in words) return words[label];
  const turn = /^([上中下])([编部篇卷册])$/u.exec(label);
  if (turn) return `${turns[turn[1] ?? ''] ?? ''} ${(units[turn[2] ?? ''] ?? '').toLowerCase()}`;
  const [, ordinalNumber, ordinalUnit] = ordinal.exec(label) ?? [];
  const [, countedUnit, countedNumber] = counted.exec(label) ?? [];
  const unit = units[ordinalUnit ?? countedUnit ?? ''];
  const number = parseNumeral(ordinalNumber ?? countedNumber ?? '');
  if (unit !== undefined && number !== undefined) return `${unit} ${String(number)}`;
  const [, before = '', plain = '', after = ''] = bare.exec(label) ?? [];
  const value = parseNumeral(plain);
  if (value === undefined) return undefined;
  return before === '' ? `${String(value)}${after === '' ? '' : '.'}` : `(${String(value)})`;
}

/** A number as printed, with its English if there is any. */
export function printed(label: string): Localized {
  const en = englishLabel(label);
  return en === undefined ? { zh: label } : { zh: label, en };
}

/** What carries a number, with the wording of its print where that says more. */
interface Numbered<Number> {
  number: Number;
  label?: string | undefined;
}

/** What a chapter is called: 第三章, or as printed, 卷三. */
export const chapterName = ({ number, label }: Numbered<number>): Localized =>
  label === undefined ? { zh: `第${toHan(number)}章`, en: `Chapter ${String(number)}` } : printed(label);

/** What a rule is called: 法则1.2, or as printed, 第二十二条. */
export const ruleName = ({ number, label }: Numbered<string>): Localized =>
  label === undefined ? { zh: `法则${number}`, en: `Rule ${number}` } : printed(label);

/** A rule's number where it stands beside its title: 1.2, or as printed, 第二十二条. */
export const ruleMark = ({ number, label }: Numbered<string>): Localized =>
  label === undefined ? { zh: number, en: number } : printed(label);

/** What a chapter or rule is called. */
export const nameOf = (entry: Numbered<number> | Numbered<string>): Localized =>
  typeof entry.number === 'number'
    ? chapterName({ ...entry, number: entry.number })
    : ruleName({ ...entry, number: entry.number });
