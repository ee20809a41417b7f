import type { Localized } from '../schemas/localized.ts';
import type { BookNames } from '../edition/book-names.ts';
import type { Language } from '../lib/addresses.ts';
import { inLanguage } from '../lib/in-language.ts';

/** What a citation names. */
export interface Cited {
  book: Pick<BookNames, 'cited' | 'authors' | 'publisher' | 'year'>;
  title: Localized;
  chapter: number;
  /** Of the rule, or of the rule that a case belongs to; absent for a chapter. */
  rule?: string | undefined;
  /** Printed page. */
  page: number | null;
  /** Permanent address. */
  url: string;
}

/** In a citation, the day it is made, as `2026-11-23` and as `November 23, 2026`. */
export const dateMarks = { iso: '{iso}', long: '{long}' } as const;

/** 《书名》第1章 法则1.2，第4页：题名。网址 */
export function citePlain({ book, title, chapter, rule, page, url }: Cited, lang: Language): string {
  const name = inLanguage(title, lang);
  if (lang === 'en') {
    const place = [
      `ch. ${String(chapter)}`,
      ...(rule === undefined ? [] : [`rule ${rule}`]),
      ...(page === null ? [] : [`p. ${String(page)}`]),
    ];
    return `“${name}”, ${book.cited.en}, ${place.join(', ')}. ${url}`;
  }
  const place = `第${String(chapter)}章${rule === undefined ? '' : ` 法则${rule}`}${page === null ? '' : `，第${String(page)}页`}`;
  return `${book.cited.zh}${place}：${name}。${url}`;
}

/** GB/T 7714—2015: a contribution to an electronic publication, cited from the web. More than three authors are 等. */
export function citeGbt({ book, title, chapter, rule, page, url }: Cited): string {
  const place = `第${String(chapter)}章${rule === undefined ? '' : ` 法则${rule}`}`;
  const authors = book.authors.map(({ zh }) => zh);
  const by =
    authors.length === 0 ? '' : `${authors.slice(0, 3).join(', ')}${authors.length > 3 ? ', 等' : ''}. `;
  const published = [book.publisher?.zh, book.year].filter((fact) => fact !== undefined).join(', ');
  const where = published === '' ? '' : `. ${published}`;
  return `${by}${title.zh}[EB/OL]//${by}${book.cited.zh}${where}：${place}${page === null ? '' : `：${String(page)}`}. [${dateMarks.iso}]. ${url}.`;
}

/** APA, 7th edition: a chapter of an edition, retrieved from the web; the title comes first where no author is named. */
export function citeApa({ book, title, chapter, rule, page, url }: Cited): string {
  const name = title.en ?? title.zh;
  const place = [
    `Chapter ${String(chapter)}`,
    ...(rule === undefined ? [] : [`Rule ${rule}`]),
    ...(page === null ? [] : [`p. ${String(page)}`]),
  ];
  const authors = book.authors.map(({ zh, en = zh }) => en);
  const by =
    authors.length < 2 ? authors.join('') : `${authors.slice(0, -1).join(', ')}, & ${authors.at(-1) ?? ''}`;
  const date = `(${String(book.year ?? 'n.d.')}).`;
  const head = by === '' ? `${name}. ${date}` : `${by} ${date} ${name}.`;
  return `${head} In ${book.cited.en} (${place.join(', ')}). Retrieved ${dateMarks.long}, from ${url}`;
}
