import { numeralCharacters, parseNumeral } from '../../../src/lib/numerals.ts';
import { englishPattern, parseOrdinal, romanPattern, stemPattern } from './ordinals.ts';

/** The number that a heading is printed with: 第3章, 法则三, 三、, （三）, 3.1, 3. */
export interface Numbering {
  /** One way of numbering, such as `第章`, `法则` or `N.N`: headings of one level share it. */
  scheme: string;
  /** Depth of the scheme: if several meet, a smaller rank is above a greater one. */
  rank: number;
  /** `undefined` where the numeral can't be read. */
  number: number | undefined;
  /** For a decimal such as 3.1, the number of the level above: 3. For 3.1.2, both as one number. */
  parent: number | undefined;
  /** Characters that the numbering takes at the start of the text, separators included. */
  length: number;
  /** As printed, without white space around it: 第二十二条, 3.2, 一、. */
  label: string;
  /** There is a space or mark between the number and the title, or nothing follows. */
  apart: boolean;
}

/** How the text after a form's number may go on. */
type Read = (match: RegExpExecArray) => Omit<Numbering, 'length' | 'label' | 'apart'> | undefined;

/** A numeral, with what OCR makes of 1 and 0. */
const numeral = `(?:(?=[lIO]{0,3}[0-9０-９])[0-9０-９lIO]{1,4}|l|[${numeralCharacters.slice(6)}]{1,8})`;
/** The same between 第 and the unit; OCR may have put spaces there. */
const spacedNumeral = String.raw`[${numeralCharacters}lIO](?:\s?[${numeralCharacters}lIO]){0,7}|${romanPattern}`;
const separator = String.raw`\s{0,8}(?:[:：、·•|｜—–－-]{1,3}|[.．](?![.．/]))?\s{0,8}`;

/** Units of a book's divisions, by depth; simplified. */
const units: [rank: number, names: string][] = [
  [0, '部分 部份 部 卷 编 集 辑 册'],
  [0.5, '分编'],
  [1, '篇 单元 模块 专题'],
  [2, '章 回'],
  [3, '讲 课'],
  [4, '节'],
  [5, '法则 条 则 招 式 计 问 步'],
];
const rankOf = new Map(
  units.flatMap(([rank, names]) => names.split(' ').map((name) => [name, rank] as const)),
);
const traditional = '編輯冊單講課節則條計問專題塊項務準規訣';
const simple = '编辑册单讲课节则条计问专题块项务准规诀';
const traditionalUnits = '編 輯 冊 分編 單元 模塊 專題 講 課 節 法則 條 則 計 問'.split(' ');
const unitNames = [...rankOf.keys(), ...traditionalUnits].sort((a, b) => b.length - a.length).join('|');
/** Without a space or mark behind the number, these are running text: 第一章的内容, 第二条所说. */
const runsOn = '(?![所的中里以之内，。；])';

/** Words that number rules or parts, and the depth of each. */
const words: [rank: number, names: string][] = [
  [0, 'Part PART'],
  [1, 'Module MODULE'],
  [1, '模块 模塊 专题 專題 单元 單元'],
  [2, 'Chapter CHAPTER'],
  [3, 'Lesson LESSON Day DAY Week WEEK 项目 項目 主题 主題'],
  [4, '任务 任務 Unit UNIT Section SECTION'],
  [5, '法则 法則 原则 原則 规则 規則 定律 准则 準則 守则 守則 心法 要诀 要訣 秘诀 秘訣 Rule RULE Step STEP'],
];
const wordRanks = new Map(
  words.flatMap(([rank, names]) => names.split(' ').map((name) => [name, rank] as const)),
);
const wordNames = [...wordRanks.keys()].join('|');

/** The forms of numbered headings, the first that matches wins. */
const forms: [pattern: RegExp, read: Read][] = [
  [
    new RegExp(
      `^第\\s{0,3}(${spacedNumeral})\\s{0,3}(${unitNames})(?:之[${numeralCharacters.slice(6)}]{1,3}(?=\\s|$))?(?:(?=[\\s:：、·•|｜—–－.．-])${separator}|${runsOn}|$)`,
    ),
    ([, printed, unit]) => {
      const name = unit === '部份' ? '部分' : simplified(unit ?? '');
      return made(`第${name}`, rankOf.get(name) ?? 5, value(printed ?? ''));
    },
  ],
  // 【第一章】标题
  [
    new RegExp(
      `^[【［〔[]\\s{0,2}第\\s{0,3}(${spacedNumeral})\\s{0,3}(${unitNames})\\s{0,2}[】］〕\\]][\\s:：]{0,8}`,
    ),
    ([, printed, unit]) => {
      const name = simplified(unit ?? '');
      return made(`第${name}`, rankOf.get(name) ?? 5, value(printed ?? ''));
    },
  ],
  // 第?章 with a numeral that can't be read: OCR spoils one now and then, and the heading must not be lost for it.
  [
    /^第\s{0,3}[^\s章篇讲講课課节節条條，。]{1,4}\s{0,3}([章篇讲講课課节節条條])[\s:：、.．·]{1,8}/,
    ([, unit]) => made(`第${simplified(unit ?? '')}`, rankOf.get(simplified(unit ?? '')) ?? 5, undefined),
  ],
  // 法则1.2: the word and both levels' numbers.
  [
    new RegExp(
      `^(${wordNames})\\s{0,3}([0-9０-９]{1,3})[.．-]([0-9０-９]{1,3})(?![0-9０-９]|[.．-][0-9０-９])${separator}`,
    ),
    ([, word = '', first = '', second = '']) => ({
      ...made(`${simplified(word).toLowerCase()}N.N`, wordRanks.get(word) ?? 5, parseNumeral(second)),
      parent: parseNumeral(first),
    }),
  ],
  [
    new RegExp(
      `^(${wordNames})\\s{0,3}(${romanPattern}|${englishPattern}|${numeral}(?![A-Za-z]))${separator}`,
    ),
    ([, word = '', printed = '']) =>
      made(simplified(word).toLowerCase(), wordRanks.get(word) ?? 5, value(printed)),
  ],
  [
    new RegExp(
      `^([卷篇章])第?\\s{0,2}(${numeral})(?:[上中下](?:之[上中下])?)?(?=[\\s:：、.．·]|$)${separator}`,
    ),
    ([, word, printed]) => made(word ?? '', word === '卷' ? 0 : word === '篇' ? 1 : 2, value(printed ?? '')),
  ],
  [
    /^([上中下])\s{0,2}([篇部编編卷册冊])(?![\p{Script=Han}])[\s:：、.．·]{0,8}/u,
    ([, which, unit]) => upperMiddleLower(which ?? '', unit ?? ''),
  ],
  [
    /^([篇部编編卷册冊])([上中下])(?=[\s:：、.．·]|$)[\s:：、.．·]{0,8}/,
    ([, unit, which]) => upperMiddleLower(which ?? '', unit ?? ''),
  ],
  [
    /^([上中下])\s{0,2}([篇部编編卷册冊])[\s:：、.．·]{1,8}/,
    ([, which, unit]) => upperMiddleLower(which ?? '', unit ?? ''),
  ],
  [
    /^([0-9０-９]{1,3})\s?[.．]\s?([0-9０-９]{1,3})((?:\s?[.．]\s?[0-9０-９]{1,3}){0,3})(?![0-9０-９%％])[\s、:：.．]{0,8}/,
    ([, first, second, rest]) => {
      const parts = `${first}.${second}${rest}`.split(/[.．]/).map((part) => parseNumeral(part) ?? 0);
      const parent = parts.slice(0, -1).reduce((above, part) => above * 1000 + part, 0);
      return { ...made(parts.map(() => 'N').join('.'), 9 + parts.length / 10, parts.at(-1)), parent };
    },
  ],
  [
    new RegExp(`^[(（〔【［[]\\s{0,2}(${numeral})\\s{0,2}[)）〕】］\\]]${separator}`),
    ([, printed = '']) =>
      made(isDigits(printed) ? '(1)' : '(一)', isDigits(printed) ? 10 : 7, value(printed)),
  ],
  [
    new RegExp(`^(${numeral})\\s{0,2}([、.．:：])(?![0-9０-９])\\s{0,8}`),
    ([, printed = '']) => made(isDigits(printed) ? 'N' : '一、', isDigits(printed) ? 8 : 6, value(printed)),
  ],
  [/^([0-9０-９]{1,3})[\s]{1,8}(?=[^\s0-9０-９])/, ([, printed = '']) => made('N', 8, parseNumeral(printed))],
  [/^([①-⑳])\s{0,8}/, ([, printed = '']) => made('①', 11, printed.charCodeAt(0) - 0x245f)],
  [/^([⑴-⒇])\s{0,8}/, ([, printed = '']) => made('(1)', 10, printed.charCodeAt(0) - 0x2473)],
  [/^([⒈-⒛])\s{0,8}/, ([, printed = '']) => made('N', 8, printed.charCodeAt(0) - 0x2487)],
  [/^([㈠-㈩])\s{0,8}/, ([, printed = '']) => made('(一)', 7, printed.charCodeAt(0) - 0x321f)],
];

/** What the forms begin with. */
const startsForm = new RegExp(
  `^[第卷篇章部编編册冊上中下【［〔[(（0-9０-９lIO①-⒛㈠-㈩\u2e80-\u2fd5${numeralCharacters.slice(6)}${[...wordRanks.keys()].map((word) => word.charAt(0)).join('')}]`,
);

/**
 * Forms that are known by their use alone: their lines are headings if many of them count up through a book.
 */
const looseForms: [pattern: RegExp, read: Read][] = [
  // 第一 先听: no unit is named.
  [
    new RegExp(`^第(${numeral})[\\s:：、]{1,8}(?!\\p{Script=Han}{1,2}[\\s:：])(?=\\S)`, 'u'),
    ([, printed = '']) => made('第N', 6.1, value(printed)),
  ],
  [
    new RegExp(`^第\\s{0,3}(${spacedNumeral})(\\p{Script=Han}{1,2})(?:[\\s:：、·•|｜—–－-]{1,8}|$)`, 'u'),
    ([, printed = '', unit = '']) => made(`第${simplified(unit)}`, 2.5, value(printed)),
  ],
  // 第一 标题: no unit.
  [
    new RegExp(`^第(${numeral})[\\s:：、]{1,4}(?=\\S)`),
    ([, printed = '']) => made('第N', 2.6, value(printed)),
  ],
  [
    new RegExp(`^(\\p{Script=Han}{2,4})\\s?(${numeral})[\\s:：、·]{1,8}(?=\\S)`, 'u'),
    ([, word = '', printed = '']) =>
      /[第之各]|[一二三四五六七八九十百千万两几]$/.test(word)
        ? undefined
        : made(`${simplified(word)}N`, 3.5, value(printed)),
  ],
  [
    new RegExp(`^([${numeralCharacters.slice(6)}]{1,4})[\\s]{1,8}(?=\\S)`),
    ([, printed = '']) => made('一、', 6, value(printed)),
  ],
  // 卷一上第一逍遥: the volume, and the number that counts on through all of them.
  [
    new RegExp(`^卷(?:${numeral})[上中下]?第(${numeral})(?=\\p{Script=Han})`, 'u'),
    ([, printed = '']) => made('卷第N', 2.2, value(printed)),
  ],
  // 卷二文中: no space after the number.
  [
    new RegExp(`^([卷篇])第?(${numeral})(?=\\p{Script=Han})`, 'u'),
    ([, word = '', printed = '']) => made(word, word === '卷' ? 0 : 1, value(printed)),
  ],
  // 01章 亲士: no 第 before the number.
  [
    /^([0-9０-９]{1,3})\s?([章回课講讲卷集篇])[\s:：、·]{1,8}(?=\S)/,
    ([, printed = '', unit = '']) => made(`N${simplified(unit)}`, 2.6, parseNumeral(printed)),
  ],
  // 1幸存偏误：…: nothing between the number and the title.
  [
    /^([0-9０-９]{1,3})(?=[\p{Script=Han}“《])(?![年月日号元万亿个人名次天分小岁块米公里世级届点种条位成多余%％])/u,
    ([, printed = '']) => made('N glued', 8.5, parseNumeral(printed)),
  ],
  // 一章 亲士: the same in Chinese numerals.
  [
    new RegExp(`^([${numeralCharacters.slice(6)}]{1,4})\\s?([章回课課讲講卷集篇])[\\s:：、·]{1,8}(?=\\S)`),
    ([, printed = '', unit = '']) => made(`N${simplified(unit)}`, 2.6, value(printed)),
  ],
  // 接待之一 先听
  [
    new RegExp(`^\\p{Script=Han}{1,12}之([${numeralCharacters.slice(6)}]{1,3})[\\s:：]{1,8}(?=\\S)`, 'u'),
    ([, printed = '']) => made('之N', 6.9, value(printed)),
  ],
  // 01｜标题, 01/标题
  [
    /^([0-9０-９]{1,3})\s{0,2}[|｜/／]\s{0,8}(?=[\p{Script=Han}A-Za-z“《])/u,
    ([, printed = '']) => made('N|', 8.2, parseNumeral(printed)),
  ],
  [
    /^(?:N[oO]\s{0,2}[.．]?|№)\s{0,2}([0-9０-９]{1,3})[\s:：、.．]{1,8}(?=\S)/,
    ([, printed = '']) => made('No.N', 6.2, parseNumeral(printed)),
  ],
  [
    new RegExp(`^(${romanPattern})\\s{0,2}(?:[、.．:：)）]|\\s)\\s{0,8}(?=\\S)`),
    ([, printed = '']) => made('I', 5.7, value(printed)),
  ],
  [
    new RegExp(`^(${stemPattern})(?:[、.．]|\\s)\\s{0,8}(?=\\S)`),
    ([, printed = '']) => made('甲', 5.8, value(printed)),
  ],
  [/^([❶-❿])\s{0,8}/, ([, printed = '']) => made('❶', 10.5, printed.charCodeAt(0) - 0x2775)],
  [/^([➊-➓])\s{0,8}/, ([, printed = '']) => made('❶', 10.5, printed.charCodeAt(0) - 0x2789)],
  [/^([0-9０-９]{1,3})[)）]\s{0,8}/, ([, printed = '']) => made('1)', 9.7, parseNumeral(printed))],
  [
    /^([A-Z])[.．、]\s{0,8}(?=\p{Script=Han})/u,
    ([, letter = '']) => made('A', 11.9, letter.charCodeAt(0) - 64),
  ],
  [
    /^[(（]?([a-zA-Z])[)）.．、]\s{0,8}/,
    ([, letter = '']) => made('a', 12, letter.toLowerCase().charCodeAt(0) - 96),
  ],
];
/** A word and its number before the title, with nothing between: only where the line is a heading anyway. */
const gluedWord = new RegExp(
  `^(\\p{Script=Han}{2})([${numeralCharacters.slice(6)}]{1,3})(?=\\p{Script=Han})`,
  'u',
);
/** 学而第一, 五帝本纪第一: the number is behind the title; behind that may be how much it holds (凡二十五章). */
const atTheEnd = new RegExp(
  `^((?:[^第，。：；“”]{1,16}?|[^第。：；“”]{2,26}(?=\\s)))\\s?第\\s?([${numeralCharacters.slice(6)}]{1,5})(?:\\s+[凡计共計][${numeralCharacters.slice(6)}]{1,5}[章篇首条條则則])?$`,
);
/** 计篇第一计篇: the title is on both sides of its number. */
const between = new RegExp(`^([^第，。：；“”\\s]{1,8})第([${numeralCharacters.slice(6)}]{1,5})\\1$`);
const alone = new RegExp(`^(?:([0-9０-９]{1,3})|([${numeralCharacters.slice(6)}]{1,4}))[.．、]?$`);

/**
 * The numbering that `text` starts with.
 * @param text a line without white space at its start
 */
export function numberingOf(text: string): Numbering | undefined {
  // Hardly any line of a book begins as one of the forms does.
  return startsForm.test(text) ? firstOf(forms, foldRadicals(text)) : undefined;
}

/** The numbering that `text` starts with, in a form that only its use in a series makes sure. */
export function looseNumberingOf(text: string): Numbering | undefined {
  return firstOf(looseForms, foldRadicals(text));
}

/** The same of a line that other words have shown to be a heading: a word and its number may be glued to the title. */
export function gluedNumberingOf(text: string): Numbering | undefined {
  const read: Read = ([, word = '', printed = '']) => made(`${simplified(word)}N`, 3.5, value(printed));
  return firstOf([[gluedWord, read]], foldRadicals(text));
}

/** A number behind the title (学而第一): the length is that of the title. */
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
const wordsFirst = new RegExp(`^(?:第|(?![${numeralCharacters.slice(6)}]{2})\\p{Script=Han}{2})`, 'u');

function firstOf(table: [RegExp, Read][], text: string): Numbering | undefined {
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

/** The words of a form in Simplified characters, so that a table of contents and a body in two scripts share their schemes. */
function simplified(name: string): string {
  return [...name].map((c) => simple[traditional.indexOf(c)] ?? c).join('');
}

function made(scheme: string, rank: number, number: number | undefined): ReturnType<Read> & object {
  return { scheme, rank, number, parent: undefined };
}

function upperMiddleLower(which: string, unit: string): ReturnType<Read> {
  const name = simplified(unit);
  return made(`上下${name}`, name === '篇' ? 1 : 0, '上中下'.indexOf(which) + 1);
}

function value(printed: string): number | undefined {
  return (
    parseOrdinal(printed) ??
    parseNumeral(printed) ??
    parseNumeral(printed.replace(/[lI]/g, '1').replace(/[Oo]/g, '0'))
  );
}

function isDigits(printed: string): boolean {
  return /^[0-9０-９\slIO]+$/.test(printed);
}

/** Radicals that PDF readers give instead of the characters (⼀ for 一), one for one. */
export function foldRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => {
    const folded = radical.normalize('NFKC');
    return folded.length === 1 ? folded : radical;
  });
}
