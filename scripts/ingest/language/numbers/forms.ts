import { hanNumeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';
import { made, value, type Form } from './form.ts';
import { englishPattern, romanPattern } from './ordinals.ts';
import { numeral, separator, spacedNumeral } from './patterns.ts';
import { rankOf, simplified, unitNames, wordNames, wordRanks } from './units.ts';

/** Without a space or mark behind the number, these are running text: 第一章的内容, 第二条所说. */
const runsOn = '(?![所的中里以之内，。；])';

/** The forms of numbered headings; the first that matches counts. */
export const forms: Form[] = [
  [
    new RegExp(
      `^第\\s{0,3}(${spacedNumeral})\\s{0,3}(${unitNames})(?:之[${hanNumeralCharacters}]{1,3}(?=\\s|$))?(?:(?=[\\s:：、·•|｜—–－.．-])${separator}|${runsOn}|$)`,
    ),
    ([, printed = '', unit = '']) => ofUnit(unit, value(printed)),
  ],
  // 【第一章】标题
  [
    new RegExp(
      `^[【［〔[]\\s{0,2}第\\s{0,3}(${spacedNumeral})\\s{0,3}(${unitNames})\\s{0,2}[】］〕\\]][\\s:：]{0,8}`,
    ),
    ([, printed = '', unit = '']) => ofUnit(unit, value(printed)),
  ],
  // 第?章 with a numeral that can't be read: OCR spoils one now and then, and the heading must not be lost for it.
  [
    /^第\s{0,3}[^\s章篇讲講课課节節条條，。]{1,4}\s{0,3}([章篇讲講课課节節条條])[\s:：、.．·]{1,8}/,
    ([, unit = '']) => ofUnit(unit, undefined),
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
  // §1 待客, §1.1 招呼
  [
    /^§{1,2}\s{0,2}([0-9０-９]{1,3})(?:[.．]([0-9０-９]{1,3}))?(?![0-9０-９]|[.．][0-9０-９])[\s、:：.．]{0,8}/,
    ([, first = '', second]) =>
      second === undefined
        ? made('§N', 5, parseNumeral(first))
        : { ...made('§N.N', 5.1, parseNumeral(second)), parent: parseNumeral(first) },
  ],
  // 1.0 目的, 2.0 范围: the chapters of a procedure whose sections are 1.1 and 1.2.
  [
    /^([0-9０-９]{1,2})[.．][0０](?=[\s、:：])[\s、:：]{1,8}(?=\p{L})/u,
    ([, first = '']) => made('N', 8, parseNumeral(first)),
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

/** The characters that the forms begin with: hardly any line of a book does. */
export const startsForm = new RegExp(
  `^[第§卷篇章部编編册冊上中下【［〔[(（0-9０-９lIO①-⒛㈠-㈩\u2e80-\u2fd5${hanNumeralCharacters}${[...wordRanks.keys()].map((word) => word.charAt(0)).join('')}]`,
);

/** A number of a unit: 第三章. Units without a depth of their own are those of rules. */
function ofUnit(unit: string, number: number | undefined): ReturnType<Form[1]> {
  const name = unit === '部份' ? '部分' : simplified(unit);
  return made(`第${name}`, rankOf.get(name) ?? 5, number);
}

/** 上篇, 卷中: the first, second or last part. */
function upperMiddleLower(which: string, unit: string): ReturnType<Form[1]> {
  const name = simplified(unit);
  return made(`上下${name}`, name === '篇' ? 1 : 0, '上中下'.indexOf(which) + 1);
}

function isDigits(printed: string): boolean {
  return /^[0-9０-９\slIO]+$/.test(printed);
}
