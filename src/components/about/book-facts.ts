import type { BookNames } from '../../edition/names/book-names.ts';
import { about } from '../../i18n/about.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Localized } from '../../schemas/localized.ts';

/** Reference to the other book, as a reader would ask for it in a shop: 《书名》（作者著，出版社，2018年，ISBN …）. */
export function bookEntry({
  title,
  authors,
  publisher,
  year,
  isbn,
}: NonNullable<BookNames['basedOn']>): string {
  const facts = [
    ...(authors.length > 0 ? [`${authors.join('、')}著`] : []),
    ...(publisher === undefined ? [] : [publisher]),
    ...(year === undefined ? [] : [`${String(year)}年`]),
    ...(isbn === undefined ? [] : [`ISBN ${isbn}`]),
  ];
  return `《${title}》${facts.length > 0 ? `（${facts.join('，')}）` : ''}`;
}

/** Authors, publisher, year and ISBN of the book. Unknown facts are left out. */
export function bookFacts(
  { authors, publisher, year, isbn }: BookNames,
  lang: Language,
): [string, Localized][] {
  const t = about[lang].facts;
  const [first] = authors;
  const by: Localized | undefined = first && {
    zh: authors.map(({ zh }) => zh).join('、'),
    ...(authors.every(({ en }) => en !== undefined) && { en: authors.map(({ en }) => en).join(', ') }),
  };
  return [
    ...(by ? [[t.authors, by] as [string, Localized]] : []),
    ...(publisher ? [[t.publisher, publisher] as [string, Localized]] : []),
    ...(year === undefined ? [] : [[t.year, { zh: String(year) }] as [string, Localized]]),
    ...(isbn === undefined ? [] : [[t.isbn, { zh: isbn }] as [string, Localized]]),
  ];
}
