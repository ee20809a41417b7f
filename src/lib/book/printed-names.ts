import type { Localized } from '../../schemas/localized.ts';
import { toHan } from '../han-number.ts';
import { numeralCharacters, parseNumeral } from '../numerals.ts';

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
  // Traditional
  編: 'Book',
  冊: 'Volume',
  輯: 'Collection',
  單元: 'Unit',
  節: 'Section',
  條: 'Article',
  講: 'Lecture',
  課: 'Lesson',
  週: 'Week',
  話: 'Talk',
  模塊: 'Module',
  專題: 'Topic',
  項目: 'Project',
  任務: 'Task',
  附錄: 'Appendix',
};
/** Names of parts that have no number. */
const uncounted: Record<string, string> = {
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
  // Traditional
  導言: 'Introduction',
  緒論: 'Introduction',
  總則: 'General provisions',
  附則: 'Supplementary provisions',
  附錄: 'Appendix',
  後記: 'Afterword',
  結語: 'Conclusion',
};
const turns: Record<string, string> = { 上: 'First', 中: 'Middle', 下: 'Last' };

const numeral = `[${numeralCharacters}]+`;
const ordinal = new RegExp(String.raw`^第\s*(${numeral})\s*(\p{Script=Han}{1,2})$`, 'u');
const counted = new RegExp(String.raw`^(\p{Script=Han}{1,2}?)\s*(${numeral})$`, 'u');
const bare = new RegExp(String.raw`^([（(]?)(${numeral})([)）、.．]?)$`, 'u');

/** English of a heading's number as printed: 第二十二条 is “Article 22”; `undefined` if no English is known. */
export function englishLabel(label: string): string | undefined {
  if (!/\p{Script=Han}/u.test(label)) return label;
  if (label in uncounted) return uncounted[label];
  return turnOf(label) ?? unitOf(label) ?? bareNumberOf(label);
}

/** 上篇: “First part”. */
function turnOf(label: string): string | undefined {
  const [, turn = '', unit = ''] = /^([上中下])([编編部篇卷册冊])$/u.exec(label) ?? [];
  return turn === '' ? undefined : `${turns[turn] ?? ''} ${(units[unit] ?? '').toLowerCase()}`;
}

/** 第三章, 卷三: “Chapter 3”, “Volume 3”. */
function unitOf(label: string): string | undefined {
  const [, ordinalNumber, ordinalUnit] = ordinal.exec(label) ?? [];
  const [, countedUnit = '', countedNumber = ''] = counted.exec(label) ?? [];
  const unit = units[ordinalUnit ?? countedUnit];
  const number = parseNumeral(ordinalNumber ?? countedNumber);
  return unit === undefined || number === undefined ? undefined : `${unit} ${String(number)}`;
}

/** Whether a number is printed without the unit that it counts: 三、, （三）, 3. */
export const isBareNumber = (label: string): boolean => bare.test(label);

/** 三、, （三）: “3.”, “(3)”. */
function bareNumberOf(label: string): string | undefined {
  const [, before = '', plain = '', after = ''] = bare.exec(label) ?? [];
  const number = parseNumeral(plain);
  if (number === undefined) return undefined;
  if (before !== '') return `(${String(number)})`;
  return after === '' ? String(number) : `${String(number)}.`;
}

/** A number as printed, with its English if there is any. */
export function printed(label: string): Localized {
  const en = englishLabel(label);
  return en === undefined ? { zh: label } : { zh: label, en };
}

/** An entry with a number, and its printed wording if that is more than the figure. */
interface Numbered<Number> {
  number: Number;
  label?: string | undefined;
}
interface Titled<Number> extends Numbered<Number> {
  title: Localized;
}

/** What a chapter is called: 第三章, or as printed, 卷三. */
export const chapterName = ({ number, label }: Numbered<number>): Localized =>
  label === undefined ? { zh: `第${toHan(number)}章`, en: `Chapter ${String(number)}` } : printed(label);

/** What a rule is called: 法则1.2, or as printed, 第二十二条. */
export const ruleName = ({ number, label }: Numbered<string>): Localized =>
  label === undefined ? { zh: `法则${number}`, en: `Rule ${number}` } : printed(label);

/** The name of a chapter beside its title; `undefined` if its title is its name: 前言. */
export const chapterMark = (chapter: Titled<number>): Localized | undefined =>
  chapter.label === chapter.title.zh ? undefined : chapterName(chapter);

/** A rule's number beside its title: 1.2, or as printed, 第二十二条. */
export const ruleMark = ({ number, label, title }: Titled<string>): Localized =>
  label === undefined || label === title.zh ? { zh: number, en: number } : printed(label);

/** What a chapter or rule is called on other pages. A number such as （一） is not unique there, so such a rule is 法则2.1. */
export const nameOf = ({ number, label }: Numbered<number> | Numbered<string>): Localized =>
  typeof number === 'number'
    ? chapterName({ number, label })
    : ruleName({ number, label: label !== undefined && isBareNumber(label) ? undefined : label });

/** A chapter's number for narrow places: 3, or the printed form if it isn't 第三章: 卷三. */
export const chapterFigure = ({ number, label }: Numbered<number>): Localized =>
  label === undefined || label === `第${toHan(number)}章`
    ? { zh: String(number), en: String(number) }
    : { zh: label, en: String(number) };

/** Short name of a chapter or rule, for narrow places. */
export const figureOf = (entry: Titled<number> | Titled<string>): Localized =>
  typeof entry.number === 'number'
    ? chapterFigure({ ...entry, number: entry.number })
    : ruleMark({ ...entry, number: entry.number });

/** Name and title of a part: 第二编 and 茶室; the name is absent if the book prints the title alone. */
export function partName({ label, title }: { label?: string | undefined; title: Localized }): {
  name: Localized | undefined;
  title: Localized;
} {
  if (label === undefined) return { name: undefined, title };
  // 下篇 without a title of its own is its own title.
  if (label === title.zh) return { name: undefined, title: { ...printed(label), ...title } };
  return { name: printed(label), title };
}

/**
 * A chapter's number as printed, in three pieces: 第, 三, 章. They are set large, so the mark after a bare number is left out: 三、
 * is 三.
 */
export function numeralParts(chapter: Numbered<number>): { before: string; figure: string; after: string } {
  const text = chapterName(chapter).zh;
  const [, before = '', figure = text, after = ''] =
    new RegExp(String.raw`^(\D*?)(${numeral})(\D*)$`, 'u').exec(text) ?? [];
  return { before, figure, after: /^[、.．]$/.test(after) ? '' : after };
}

/** A page's running head: 第三章 and the chapter's title. */
export function runningHead(chapter: Titled<number>): string {
  return [chapterMark(chapter)?.zh, chapter.title.zh].filter(Boolean).join(' ');
}

/** A rule's number if it is set large in figures (1.2); empty if the book prints 第二十二条. */
export function ruleFigures(rule: Titled<string>): string | undefined {
  const { zh } = ruleMark(rule);
  return /^\d+(?:\.\d+)+$/.test(zh) ? zh : undefined;
}
