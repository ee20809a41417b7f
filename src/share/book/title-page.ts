import type { BookNames } from '../../edition/names/book-names.ts';
import type { Language } from '../../lib/book/addresses.ts';
import { escapeHtml } from '../../lib/html/escape.ts';
import { inLanguage, inOther } from '../../lib/language/in-language.ts';

/** The book's title page: the title in both languages, the authors and the publisher. */
export function titlePage(
  { title, subtitle, authors, publisher, year, language }: BookNames,
  lang: Language,
): string {
  const by = authors.map((author) => inLanguage(author, lang)).join(lang === 'zh' ? '　' : ', ');
  const imprint = [publisher && inLanguage(publisher, lang), year]
    .filter((fact) => fact !== undefined)
    .join('　');
  const other = inOther(title, lang);
  const tongue = lang === 'zh' ? 'en' : language;
  return [
    `<h1>${escapeHtml(inLanguage(title, lang))}</h1>`,
    ...(other === undefined
      ? []
      : [`<p class="english" lang="${tongue}" xml:lang="${tongue}">${escapeHtml(other)}</p>`]),
    ...[subtitle === undefined ? '' : inLanguage(subtitle, lang), by, imprint]
      .filter(Boolean)
      .map((text) => `<p>${escapeHtml(text)}</p>`),
  ].join('');
}
