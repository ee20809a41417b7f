import { hanNumeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';
import { made, value, type Form } from './form.ts';
import { romanPattern, stemPattern } from './ordinals.ts';
import { numeral, spacedNumeral } from './patterns.ts';
import { unitWords } from './unit-words.ts';
import { simplified } from './units.ts';

/** Forms that prove nothing by themselves: their lines are headings only if many of them count up through a book. */
export const looseForms: Form[] = [
  // 第一 先听: no unit is named.
  [
    new RegExp(`^第(${numeral})[\\s:：、]{1,8}(?!\\p{Script=Han}{1,2}[\\s:：])(?=\\S)`, 'u'),
    ([, printed = '']) => made('第N', 6.1, value(printed)),
  ],
  [
    new RegExp(`^第\\s{0,3}(${spacedNumeral})(\\p{Script=Han}{1,2})(?:[\\s:：、·•|｜—–－-]{1,8}|$)`, 'u'),
    ([, printed = '', unit = '']) => made(`第${simplified(unit)}`, 2.5, value(printed)),
  ],
  // 第一 先听 其一: no unit is named, and the title begins with a word of its own.
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
    new RegExp(`^([${hanNumeralCharacters}]{1,4})[\\s]{1,8}(?=\\S)`),
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
    new RegExp(
      `^([0-9０-９]{1,3})(?=[\\p{Script=Han}“《])(?:(?=${unitWords})|(?![年月日号元万亿个人名次天分小岁块米公里世级届点种条位成多余%％]))`,
      'u',
    ),
    ([, printed = '']) => made('N glued', 8.5, parseNumeral(printed)),
  ],
  // 一章 亲士: the same in Chinese numerals.
  [
    new RegExp(`^([${hanNumeralCharacters}]{1,4})\\s?([章回课課讲講卷集篇])[\\s:：、·]{1,8}(?=\\S)`),
    ([, printed = '', unit = '']) => made(`N${simplified(unit)}`, 2.6, value(printed)),
  ],
  // 接待之一 先听
  [
    new RegExp(`^\\p{Script=Han}{1,12}之([${hanNumeralCharacters}]{1,3})[\\s:：]{1,8}(?=\\S)`, 'u'),
    ([, printed = '']) => made('之N', 6.9, value(printed)),
  ],
  // 2-1 标题: the chapter's number and the section's.
  [
    /^([0-9０-９]{1,2})\s?[-－–]\s?([0-9０-９]{1,2})[\s、:：.．]{1,8}(?=\p{L})/u,
    ([, chapter = '', printed = '']) => ({
      ...made('N-N', 9.2, parseNumeral(printed)),
      parent: parseNumeral(chapter),
    }),
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
