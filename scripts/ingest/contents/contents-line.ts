import { numeralCharacters, parseNumeral } from '../../../src/lib/numerals.ts';
import type { Line } from '../model.ts';
import { columns } from '../language/prose.ts';
import { numberingOf, type Numbering } from '../language/numbering.ts';

/** What one line of a table of contents says. */
export interface TocLine {
  line: Line;
  /** Columns of white space before it. */
  indent: number;
  /** It starts with a dash or dot, as an item of a list. */
  bullet: boolean;
  numbering: Numbering | undefined;
  /** As printed, without bullet, leaders and page. */
  whole: string;
  /** The same without the numbering. */
  title: string;
  page: number | null;
  /** A page number or leaders to one are printed. */
  paged: boolean;
}

const bulletMark = /^(?:[-–—•·●▪◆■*]|－)\s{0,8}/;
const pageInFront = new RegExp(
  `^(?:[Pp]\\.?\\s?)?([0-9０-９]{1,4}|[${numeralCharacters}]{1,7})[\\s]{1,8}(?=\\S)`,
);
const paddedPage = /^(0[0-9]{1,3})[\s]{1,8}(?=\S)/;

/** Read a line as one of a table of contents. */
export function readTocLine(line: Line): TocLine {
  // [标题](#标题): a link of Markdown.
  const trimmed = line.text.trim().replace(/\[([^[\]]{1,80})\]\([^()\s]{0,200}\)/g, '$1');
  const indent = columns(
    line.text.slice(0, line.text.length - line.text.trimStart().length).replace(/\t/g, '    '),
  );
  const mark = bulletMark.exec(trimmed);
  const bullet = mark !== null && mark[0].length < trimmed.length;
  let rest = bullet ? trimmed.slice(mark[0].length) : trimmed;
  const tail = trailingPage(rest);
  let page = tail?.page ?? null;
  let paged = tail !== undefined;
  if (tail) rest = rest.slice(0, tail.start).trimEnd();
  else {
    const front = (bullet ? pageInFront : paddedPage).exec(rest);
    const number = front ? parseNumeral(front[1]!) : undefined;
    if (front && number !== undefined) {
      page = number;
      paged = true;
      rest = rest.slice(front[0].length);
    }
  }
  const numbering = numberingOf(rest);
  return {
    line,
    indent,
    bullet,
    numbering,
    whole: rest.trim(),
    title: rest.slice(numbering?.length ?? 0).trim(),
    page,
    paged,
  };
}

const digit = /[0-9０-９]/;
const numeralMark = new RegExp(`[${numeralCharacters}]`);
const romanMark = /[ivxlcIVXLC]/;
const leaders = '.…·．。・‥—–-_＿~～⋯•∙─―/／|｜';
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

/**
 * The page number at the end of a line, with its leaders: `……12`, `\t１２`, `（一百零二）`, `第12页`.
 * Read from the end by hand, since expressions that look for a run before the end take quadratic time on long runs.
 */
function trailingPage(text: string): { start: number; page: number | null } | undefined {
  const isSpace = (i: number): boolean => /\s/.test(text[i] ?? '');
  let at = text.length;
  const skipSpace = (): void => {
    while (at > 0 && isSpace(at - 1)) at -= 1;
  };
  let marked = false;
  if (/[页頁]/.test(text[at - 1] ?? '')) {
    at -= 1;
    skipSpace();
    marked = true;
  }
  const opening = brackets[text[at - 1] ?? ''];
  if (opening) {
    at -= 1;
    skipSpace();
  }
  const end = at;
  const kind = [digit, numeralMark].find((each) => each.test(text[at - 1] ?? '')) ?? romanMark;
  while (at > 0 && end - at < 8 && kind.test(text[at - 1]!)) at -= 1;
  const printed = text.slice(at, end);
  const arabic = kind === digit;
  if (printed === '') return onlyLeaders(text);
  if (opening) {
    skipSpace();
    if (!opening.includes(text[at - 1] ?? ' ')) return undefined;
    at -= 1;
    marked = true;
  }
  if (marked && /第\s*$/.test(text.slice(Math.max(0, at - 3), at))) {
    skipSpace();
    at -= 1;
  }
  if (/[Pp]/.test(text[at - 1] ?? '') || (text[at - 1] === '.' && /[Pp]/.test(text[at - 2] ?? ''))) {
    at -= text[at - 1] === '.' ? 2 : 1;
    marked = true;
  }
  let dots = 0;
  let spaces = 0;
  let tab = false;
  for (; at > 0; at -= 1) {
    const c = text[at - 1]!;
    if (c === '\t') tab = true;
    if (isSpace(at - 1)) spaces += 1;
    else if (leaders.includes(c)) dots += 1;
    else break;
  }
  if (at === 0) return undefined;
  const led =
    dots >= 2 ||
    tab ||
    spaces >= 2 ||
    (dots === 1 && spaces >= 1) ||
    (dots === 1 && '…/／|｜'.includes(text.slice(at).trim()[0] ?? ' '));
  if (!(marked || led || (arabic && spaces === 1))) return undefined;
  const roman = kind === romanMark;
  if (roman && !led) return undefined;
  const page = roman ? null : (parseNumeral(printed) ?? null);
  if (page === null && !roman) return undefined;
  return { start: at, page };
}

/** Leaders that lead to no number. */
function onlyLeaders(text: string): { start: number; page: null } | undefined {
  let at = text.length;
  let dots = 0;
  for (; at > 0; at -= 1) {
    const c = text[at - 1]!;
    if (leaders.includes(c)) dots += 1;
    else if (!/\s/.test(c)) break;
  }
  return at > 0 && dots >= 4 ? { start: at, page: null } : undefined;
}
