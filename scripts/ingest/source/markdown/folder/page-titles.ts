import type { LineFormat } from '../../../model.ts';
import type { Source } from '../../extract/source.ts';

/** A file of a folder, read, and what else names it. */
export interface Page {
  path: string;
  source: Source;
  /** The words of the link to it in the book's list of files. */
  listed: string | undefined;
  /** It opens the book, so its title is the book's. */
  opensBook: boolean;
}

/** How a page's title stands in its text. */
export interface PageTitle {
  /** A heading to put above its text, since its own facts or the book's list name it and its text doesn't. */
  added?: { text: string; level: number };
  /** Formats of its headings that lie a level deeper than they are written, by line number. */
  deeper: Map<number, LineFormat>;
}

interface HeadingLine {
  number: number;
  text: string;
  format: LineFormat;
}

/**
 * Tell the titles of a folder's pages. Where each page has a title in its frontmatter, in the book's list or in its
 * file's name, it has one heading above all others: that which has these words, or one that is put there.
 */
export function titlePages(pages: readonly Page[]): PageTitle[] {
  const titles = new Set(pages.flatMap(({ source }) => source.metadata.title ?? []));
  // What all files are called, such as the book's name, is no title of a page.
  const areTold = titles.size > 0.8 * pages.length;
  const levels = pages.flatMap((page) => {
    const headings = headingsOf(page);
    return opensWithTitle(page, headings) ? (headings[0]?.format.level ?? 1) : [];
  });
  const usual = mostOften(levels) ?? 1;
  return pages.map((page) => titleOf(page, areTold ? page.source.metadata.title : undefined, usual));
}

function titleOf(page: Page, told: string | undefined, usual: number): PageTitle {
  const headings = headingsOf(page);
  const [first] = headings;
  // On its website a page has the title that it tells above what it opens with, unless that is of the highest level.
  const isOther = told !== undefined && first?.format.level !== 1 && !areAlike(told, first?.text ?? '');
  if (page.opensBook || (opensWithTitle(page, headings) && !isOther)) return { deeper: new Map() };
  const opensSo = first !== undefined && first.number === firstLine(page);
  const names = [told, page.listed, nameOf(page.path)].filter((name) => name !== undefined);
  const isNamed = opensSo && names.some((name) => areAlike(name, first.text));
  if (isNamed) return { deeper: demoted(headings.slice(1), (first.format.level ?? 1) + 1) };
  const known = told ?? (opensSo ? undefined : page.listed) ?? (first ? undefined : nameOf(page.path));
  if (known === undefined || known.trim() === '') return { deeper: new Map() };
  return { added: { text: known.trim(), level: usual }, deeper: demoted(headings, usual + 1) };
}

function headingsOf({ source }: Page): HeadingLine[] {
  return source.lines.flatMap(({ number, text, format }) =>
    format?.kind === 'heading' ? [{ number, text, format }] : [],
  );
}

function firstLine({ source }: Page): number | undefined {
  return source.lines.find(({ text }) => text.trim() !== '')?.number;
}

/** Whether the page's first line is a heading above all others of it. */
function opensWithTitle(page: Page, [first, ...others]: readonly HeadingLine[]): boolean {
  const level = first?.format.level ?? 1;
  return (
    first !== undefined &&
    first.number === firstLine(page) &&
    others.every(({ format }) => (format.level ?? 1) > level)
  );
}

/** Lay headings as much deeper as it takes for the highest of them to be of a level. */
function demoted(headings: readonly HeadingLine[], highest: number): Map<number, LineFormat> {
  const by = highest - Math.min(...headings.map(({ format }) => format.level ?? 1));
  if (headings.length === 0 || by <= 0) return new Map();
  return new Map(
    headings.map(({ number, format }) => [
      number,
      { ...format, level: Math.min(6, (format.level ?? 1) + by) },
    ]),
  );
}

/** A file's name, if its writer gave it words: 03-交接班.md is 交接班, but ch03.md has none. */
function nameOf(path: string): string | undefined {
  const name = path
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^[\d\s._、-]+/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return /\p{Script=Han}/u.test(name) ? name : undefined;
}

/** Whether two wordings of a title are the same one: all of the shorter is in the longer, and most of the longer. */
function areAlike(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b]
    .map((text) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase())
    .sort((x, y) => x.length - y.length);
  return short !== '' && long.includes(short) && short.length * 2 > long.length;
}

function mostOften(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
