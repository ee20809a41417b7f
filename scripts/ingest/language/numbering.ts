import { numeralCharacters, parseNumeral } from '../../../src/lib/numerals.ts';

/** The number that a heading is printed with: 第3章, 法则三, 三、, （三）, 3.1, 3. */
export interface Numbering {
  /** One way of numbering, such as `第章`, `法则` or `N.N`: headings of one level share it. */
  scheme: string;
  /** Depth of the scheme where several meet: a smaller rank stands above a greater one. */
  rank: number;
  /** `undefined` where the numeral can't be read. */
  number: number | undefined;
  /** Of a decimal such as 3.1, the number of the level above: 3; of 3.1.2, both as one number. */
  parent: number | undefined;
  /** Characters that the numbering takes at the start of the text, separators included. */
  length: number;
}

/** A numeral, with what OCR makes of 1 and 0. */
const numeral = `(?:[0-9０-９lIO]{1,4}|[${numeralCharacters.slice(6)}]{1,8})`;
/** The same between 第 and what it counts, where OCR may have put spaces. */
const spacedNumeral = String.raw`[${numeralCharacters}lIO](?:\s?[${numeralCharacters}lIO]){0,7}`;
const separator = String.raw`\s{0,8}(?:[:：、·•|｜—–－-]{1,3}|[.．](?![.．/]))?\s{0,8}`;

const counters: [string, number][] = [
  ['部分', 0],
  ['部', 0],
  ['卷', 0],
  ['编', 0],
  ['編', 0],
  ['集', 0],
  ['辑', 0],
  ['輯', 0],
  ['篇', 1],
  ['单元', 1],
  ['單元', 1],
  ['章', 2],
  ['回', 2],
  ['讲', 3],
  ['講', 3],
  ['课', 3],
  ['課', 3],
  ['节', 4],
  ['節', 4],
  ['法则', 5],
  ['法則', 5],
  ['条', 5],
  ['條', 5],
  ['则', 5],
  ['則', 5],
  ['招', 5],
  ['式', 5],
  ['计', 5],
  ['計', 5],
  ['问', 5],
  ['問', 5],
  ['步', 5],
];
const ordinal = new RegExp(
  `^第\\s{0,3}(${spacedNumeral})\\s{0,3}(${counters.map(([name]) => name).join('|')})${separator}`,
);
/** 第?章 with a numeral that can't be read: OCR spoils one now and then, and the heading must not be lost for it. */
const spoiled =
  /^第\s{0,3}[^\s章篇讲講课課节節条條，。]{1,4}\s{0,3}([章篇讲講课課节節条條])[\s:：、.．·]{1,8}/;
const named = new RegExp(
  `^(法则|法則|原则|原則|规则|規則|定律|准则|準則|守则|守則|心法|要诀|要訣|秘诀|秘訣|Chapter|CHAPTER|Part|PART|Lesson|LESSON|Rule|RULE)\\s{0,3}(${numeral})${separator}`,
);
const namedRanks: Record<string, number> = { part: 0, chapter: 2, lesson: 3 };
const before = new RegExp(`^([卷篇章])\\s{0,2}(${numeral})(?=[\\s:：、.．·])${separator}`);
const upperMiddleLower = /^([上中下])\s{0,2}([篇部编編卷册冊])[\s:：、.．·]{0,8}/;
const decimal =
  /^([0-9０-９]{1,3})\s?[.．]\s?([0-9０-９]{1,3})((?:\s?[.．]\s?[0-9０-９]{1,3}){0,3})(?![0-9０-９%％])[\s、:：.．]{0,8}/;
const bracketed = new RegExp(`^[(（〔【［[]\\s{0,2}(${numeral})\\s{0,2}[)）〕】］\\]]${separator}`);
const listed = new RegExp(`^(${numeral})\\s{0,2}([、.．:：])(?![0-9０-９])\\s{0,8}`);
const spaced = /^([0-9０-９]{1,3})[\s]{1,8}(?=[^\s0-9０-９])/;
const circled = /^([①-⑳])\s{0,8}/;

/** Simplified names, so that a TOC and a body in different scripts share their schemes. */
const simplified: Record<string, string> = {
  編: '编',
  輯: '辑',
  單元: '单元',
  講: '讲',
  課: '课',
  節: '节',
  條: '条',
  則: '则',
  計: '计',
  問: '问',
  法則: '法则',
  原則: '原则',
  規則: '规则',
  準則: '准则',
  守則: '守则',
  要訣: '要诀',
  秘訣: '秘诀',
  冊: '册',
};

/**
 * The numbering that `text` starts with.
 * @param text a line without white space at its start
 */
export function numberingOf(text: string): Numbering | undefined {
  let m = ordinal.exec(text);
  if (m) {
    const counter = m[2]!;
    return made(`第${fold(counter)}`, counters.find(([name]) => name === counter)![1], value(m[1]!), m[0]);
  }
  m = spoiled.exec(text);
  if (m) return made(`第${fold(m[1]!)}`, counters.find(([name]) => name === m![1])![1], undefined, m[0]);
  m = named.exec(text);
  if (m) return made(fold(m[1]!).toLowerCase(), namedRanks[m[1]!.toLowerCase()] ?? 5, value(m[2]!), m[0]);
  m = before.exec(text);
  if (m) return made(m[1]!, m[1] === '卷' ? 0 : m[1] === '篇' ? 1 : 2, value(m[2]!), m[0]);
  m = upperMiddleLower.exec(text);
  if (m) return made(`上下${fold(m[2]!)}`, m[2] === '篇' ? 1 : 0, '上中下'.indexOf(m[1]!) + 1, m[0]);
  m = decimal.exec(text);
  if (m) {
    const parts = `${m[1]}.${m[2]}${m[3]}`.split(/[.．]/).map((part) => parseNumeral(part)!);
    const parent = parts.slice(0, -1).reduce((above, part) => above * 1000 + part, 0);
    const scheme = parts.map(() => 'N').join('.');
    return { ...made(scheme, 9 + parts.length / 10, parts.at(-1), m[0]), parent };
  }
  m = bracketed.exec(text);
  if (m) return made(isDigits(m[1]!) ? '(1)' : '(一)', isDigits(m[1]!) ? 10 : 7, value(m[1]!), m[0]);
  m = listed.exec(text);
  if (m) return isDigits(m[1]!) ? made('N', 8, value(m[1]!), m[0]) : made('一、', 6, value(m[1]!), m[0]);
  m = spaced.exec(text);
  if (m) return made('N', 8, parseNumeral(m[1]!), m[0]);
  m = circled.exec(text);
  if (m) return made('①', 11, m[1]!.charCodeAt(0) - 0x245f, m[0]);
  return undefined;
}

function made(scheme: string, rank: number, number: number | undefined, matched: string): Numbering {
  return { scheme, rank, number, parent: undefined, length: matched.length };
}

function value(printed: string): number | undefined {
  return parseNumeral(printed) ?? parseNumeral(printed.replace(/[lI]/g, '1').replace(/[Oo]/g, '0'));
}

function isDigits(printed: string): boolean {
  return /^[0-9０-９\slIO]+$/.test(printed);
}

function fold(name: string): string {
  return simplified[name] ?? name;
}
