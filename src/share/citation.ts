import { traditional } from '../lib/language/traditional.ts';
import type { Localized } from '../schemas/localized.ts';
import type { BookNames } from '../edition/names/book-names.ts';
import { englishLabel } from '../lib/book/printed-names.ts';
import type { Language } from '../lib/book/addresses.ts';
import { inLanguage } from '../lib/language/in-language.ts';

/** What a citation names. */
export interface Cited {
  book: Pick<BookNames, 'language' | 'cited' | 'authors' | 'publisher' | 'year'>;
  title: Localized;
  chapter: number;
  /** Of the rule, or of the rule that a case belongs to; absent for a chapter. */
  rule?: string | undefined;
  /** Numbers as printed, if they are more than figures: 卷三, 第二十二条. */
  labels?: { chapter?: string | undefined; rule?: string | undefined } | undefined;
  /** Printed page. */
  page: number | null;
  /** Permanent address. */
  url: string;
}

/** In a citation, the day it is made, as `2026-11-23` and as `November 23, 2026`. */
export const dateMarks = { iso: '{iso}', long: '{long}' } as const;

const chineseWords = {
  chapter: (number: number) => `第${String(number)}章`,
  rule: (number: string) => `法则${number}`,
};
const englishWords = {
  short: { chapter: (number: number) => `ch. ${String(number)}`, rule: (number: string) => `rule ${number}` },
  long: {
    chapter: (number: number) => `Chapter ${String(number)}`,
    rule: (number: string) => `Rule ${number}`,
  },
};

/** Chapter and rule, as printed if that is more than the figures. */
function placesOf(
  { chapter, rule, labels = {} }: Cited,
  words: typeof chineseWords,
  say: (label: string) => string,
): string[] {
  return [
    labels.chapter === undefined ? words.chapter(chapter) : say(labels.chapter),
    ...(rule === undefined ? [] : [labels.rule === undefined ? words.rule(rule) : say(labels.rule)]),
  ];
}

const inChinese = (cited: Cited) => placesOf(cited, chineseWords, (label) => label).join(' ');
const inEnglish = (cited: Cited, length: keyof typeof englishWords) =>
  placesOf(cited, englishWords[length], (label) => englishLabel(label) ?? label);

const inBookScript = (text: string, { language }: Cited['book']): string =>
  language === 'zh-Hant' ? traditional(text) : text;

/** 《书名》第1章 法则1.2，第4页：题名。网址 */
export function citePlain(cited: Cited, lang: Language): string {
  const { book, title, page, url } = cited;
  const name = inLanguage(title, lang);
  if (lang === 'en') {
    const place = [...inEnglish(cited, 'short'), ...(page === null ? [] : [`p. ${String(page)}`])];
    return `“${name}”, ${book.cited.en}, ${place.join(', ')}. ${url}`;
  }
  const place = `${inChinese(cited)}${page === null ? '' : `，第${String(page)}页`}`;
  return `${book.cited.zh}${inBookScript(place, book)}：${name}。${url}`;
}

/** GB/T 7714—2015: a contribution to an electronic publication, cited from the web. More than three authors are 等. */
export function citeGbt(cited: Cited): string {
  const { book, title, page, url } = cited;
  const place = inChinese(cited);
  const authors = book.authors.map(({ zh }) => zh);
  const by =
    authors.length === 0 ? '' : `${authors.slice(0, 3).join(', ')}${authors.length > 3 ? ', 等' : ''}. `;
  const published = [book.publisher?.zh, book.year].filter((fact) => fact !== undefined).join(', ');
  const where = published === '' ? '' : `. ${published}`;
  return `${by}${title.zh}[EB/OL]//${by}${book.cited.zh}${where}：${inBookScript(place, book)}${page === null ? '' : `：${String(page)}`}. [${dateMarks.iso}]. ${url}.`;
}

/** APA, 7th edition: a chapter of an edition, retrieved from the web; the title comes first if no author is named. */
export function citeApa(cited: Cited): string {
  const { book, title, page, url } = cited;
  const name = title.en ?? title.zh;
  const place = [...inEnglish(cited, 'long'), ...(page === null ? [] : [`p. ${String(page)}`])];
  const authors = book.authors.map(({ zh, en = zh }) => en);
  const by =
    authors.length < 2 ? authors.join('') : `${authors.slice(0, -1).join(', ')}, & ${authors.at(-1) ?? ''}`;
  const date = `(${String(book.year ?? 'n.d.')}).`;
  const head = by === '' ? `${name}. ${date}` : `${by} ${date} ${name}.`;
  return `${head} In ${book.cited.en} (${place.join(', ')}). Retrieved ${dateMarks.long}, from ${url}`;
}
