import { numeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';

const digit = /[0-9０-９]/;
const numeralMark = new RegExp(`[${numeralCharacters}]`);
const romanMark = /[ivxlcIVXLC]/;
const leaders = '.…·．。・‥—–-_＿~～⋯•∙─―/／|｜';
/** Leaders that need no second one: `标题/12`. */
const soleLeaders = '…/／|｜';
const brackets: Record<string, string> = {
  ')': '(（',
  '）': '(（',
  ']': '[［',
  '］': '[［',
  '】': '【',
  '〕': '〔',
  '〉': '〈',
  '》': '《',
};
const maxDigits = 8;

/** A number at the end of a line. */
interface EndNumber {
  /** Index of its first character, marks such as 第, p. and an opening bracket included. */
  start: number;
  printed: string;
  kind: RegExp;
  /** Has the mark of a page: 第…页, p., or brackets. */
  isMarked: boolean;
}

/**
 * The page number at the end of a line, with its leaders: `……12`, `\t１２`, `（一百零二）`, `第12页`. The page is `null` if it is
 * roman, or if leaders lead to no number.
 * Read from the end by hand: expressions that look for a run before the end take quadratic time on long runs.
 */
export function trailingPage(text: string): { start: number; page: number | null } | undefined {
  const number = numberAtEnd(text);
  if (number === 'none') return onlyLeaders(text);
  if (!number) return undefined;
  const gap = gapBefore(text, number.start);
  if (gap.start === 0) return undefined;
  const isLed = leads(gap, text.slice(gap.start, number.start));
  if (number.kind === romanMark) return isLed ? { start: gap.start, page: null } : undefined;
  const isSpaced = number.kind === digit && gap.spaces === 1;
  // 四0: a numeral before the digits, with leaders before it.
  const mixed = isLed ? undefined : mixedNumberAt(text, number);
  if (mixed !== undefined) return { start: mixed, page: null };
  const page = parseNumeral(number.printed);
  return page !== undefined && (number.isMarked || isLed || isSpaced)
    ? { start: gap.start, page }
    : undefined;
}

/** Where the leaders start that lead to a number of digits behind a Chinese numeral. */
function mixedNumberAt(text: string, { start, kind }: EndNumber): number | undefined {
  if (kind !== digit) return undefined;
  let at = start;
  while (at > 0 && start - at < maxDigits && numeralMark.test(text[at - 1] ?? '')) at -= 1;
  const gap = gapBefore(text, at);
  return at < start && gap.start > 0 && gap.dots >= 2 ? gap.start : undefined;
}

/** The number that a line ends with, its closing marks aside; `undefined` if it closes a bracket that it doesn't open. */
function numberAtEnd(text: string): EndNumber | 'none' | undefined {
  const isCounted = /[页頁]$/.test(text);
  let end = isCounted ? spaceBefore(text, text.length - 1) : text.length;
  const opening = brackets[text[end - 1] ?? ''];
  if (opening !== undefined) end = spaceBefore(text, end - 1);
  const last = text[end - 1] ?? '';
  const kind = [digit, numeralMark].find((each) => each.test(last)) ?? romanMark;
  let start = end;
  while (start > 0 && end - start < maxDigits && kind.test(text[start - 1] ?? '')) start -= 1;
  const printed = text.slice(start, end);
  if (printed === '') return 'none';
  if (opening !== undefined) {
    start = spaceBefore(text, start) - 1;
    if (!opening.includes(text[start] ?? ' ')) return undefined;
  }
  return withMarks(text, { start, printed, kind, isMarked: isCounted || opening !== undefined });
}

/** A number with the 第 or p. before it. */
function withMarks(text: string, number: EndNumber): EndNumber {
  let { start } = number;
  const before = (length: number) => text.slice(Math.max(0, start - length), start);
  if (number.isMarked) start -= /第\s*$/.exec(before(3))?.[0].length ?? 0;
  const mark = /[Pp]\.?$/.exec(before(2))?.[0] ?? '';
  return { ...number, start: start - mark.length, isMarked: number.isMarked || mark !== '' };
}

/** Leaders and white space between a title and its page. */
interface Gap {
  start: number;
  dots: number;
  spaces: number;
  hasTab: boolean;
}

function gapBefore(text: string, end: number): Gap {
  const gap: Gap = { start: end, dots: 0, spaces: 0, hasTab: false };
  for (; gap.start > 0; gap.start -= 1) {
    const c = text[gap.start - 1] ?? '';
    if (c === '\t') gap.hasTab = true;
    if (/\s/.test(c)) gap.spaces += 1;
    else if (leaders.includes(c)) gap.dots += 1;
    else break;
  }
  return gap;
}

/** Whether a gap is wider or more marked than the space between two words. */
function leads({ dots, spaces, hasTab }: Gap, printed: string): boolean {
  if (dots >= 2 || spaces >= 2 || hasTab) return true;
  return dots === 1 && (spaces === 1 || soleLeaders.includes(printed.trim()[0] ?? ' '));
}

/** Leaders that lead to no number. */
function onlyLeaders(text: string): { start: number; page: null } | undefined {
  const { start, dots } = gapBefore(text, text.length);
  return start > 0 && dots >= 4 ? { start, page: null } : undefined;
}

/** Index where the white space before `end` starts. */
function spaceBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
