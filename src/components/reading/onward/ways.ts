import type { Language } from '../../../i18n/languages.ts';
import { link } from '../../../i18n/links.ts';
import { reading } from '../../../i18n/reading.ts';
import { chapterFigure, ruleMark } from '../../../lib/book/printed-names.ts';
import { neighbours, readingPages, type Book, type ReadingPage } from '../../../queries/book.ts';
import type { Localized } from '../../../schemas/localized.ts';

/** A link onward from a page. */
export interface Way {
  href: string;
  /** What kind of page it leads to: 上一条, 下一章. */
  name: string;
  number?: Localized | undefined;
  title: Localized;
}

const names = {
  rule: { previous: 'previous', next: 'next' },
  chapter: { previous: 'previousChapter', next: 'nextChapter' },
} as const;

function way(page: ReadingPage, direction: 'previous' | 'next', lang: Language): Way {
  const { kind, entry } = page;
  return {
    href: link(lang, `${kind}s/${entry.id}/`),
    name: reading[lang][names[kind][direction]],
    number: page.kind === 'rule' ? ruleMark(page.entry) : chapterFigure(page.entry),
    title: entry.title,
  };
}

/** The pages of text before and after one: a rule or a chapter without rules. */
export function waysFrom(book: Book, id: string, lang: Language) {
  const pages = readingPages(book).map((page) => ({ id: page.entry.id, page }));
  const { previous, next } = neighbours(pages, id);
  return {
    previous: previous && way(previous.page, 'previous', lang),
    next: next && way(next.page, 'next', lang),
  };
}
