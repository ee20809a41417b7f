import { numeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';
import type { Line } from '../../model.ts';
import { columns } from '../../language/prose.ts';
import { numberingOf, type Numbering } from '../../language/numbering.ts';
import { trailingPage } from './trailing-page.ts';

/** One line of a table of contents, read. */
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

/** A title and its page in brackets, among others on the same line. */
const runOnItem = /([^（）()]{1,30}?)\s{0,20}[（(]([0-9０-９]{1,4})[)）]/g;

/** The lines that a table of contents prints as one: 诗经（2）尚书（5）易经（6）. */
export function partRunOn(line: Line): Line[] {
  if (!/[)）]\s*$/.test(line.text)) return [line];
  const items = [...line.text.trim().matchAll(runOnItem)];
  const pages = items.map(([, , page = '']) => parseNumeral(page) ?? 0);
  const isWhole = items.reduce((sum, [item]) => sum + item.length, 0) === line.text.trim().length;
  if (items.length < 2 || !isWhole || pages.some((page, i) => page < (pages[i - 1] ?? 0))) return [line];
  return items.map(([item]) => ({ ...line, text: item.trim() }));
}

const bracketedHan = /[（(][一二三四五六七八九十]{1,3}[)）]\s*$/;

/** Whether Chinese numerals in brackets are pages in a table of contents. If pages are digits, they count titles: 诗文集（二）. */
export function hasHanPages(lines: Line[]): boolean {
  const han = lines.filter(({ text }) => bracketedHan.test(text)).length;
  return han > lines.filter(({ text }) => /[0-9０-９]\s{0,8}[)）]?$/.test(text.trimEnd())).length;
}

/** Read a line as one of a table of contents. */
export function readTocLine(line: Line, hanPages = true): TocLine {
  // [标题](#标题): a link of Markdown.
  const trimmed = line.text.trim().replace(/\[([^[\]]{1,80})\]\([^()\s]{0,200}\)/g, '$1');
  const indent = columns(
    line.text.slice(0, line.text.length - line.text.trimStart().length).replace(/\t/g, '    '),
  );
  const mark = bulletMark.exec(trimmed);
  const bullet = mark !== null && mark[0].length < trimmed.length;
  let rest = bullet ? trimmed.slice(mark[0].length) : trimmed;
  // Chapter 1: its number is no page, though its title may be on the next line.
  const isNumberAlone = numberingOf(rest)?.length === rest.length;
  const tail = isNumberAlone || (!hanPages && bracketedHan.test(rest)) ? undefined : trailingPage(rest);
  let page = tail?.page ?? null;
  let paged = tail !== undefined;
  if (tail) rest = rest.slice(0, tail.start).trimEnd();
  else {
    const front = (bullet ? pageInFront : paddedPage).exec(rest);
    const number = parseNumeral(front?.[1] ?? '');
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
