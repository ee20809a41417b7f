import { toHan } from '../../lib/han-number.ts';
import { traditional } from '../../lib/language/traditional.ts';
import type { BookFile, BookLanguage } from '../../schemas/book.ts';
import type { Localized } from '../../schemas/localized.ts';

/** A text for each language of the site. If there is no English, both are the Chinese. */
export interface Named {
  zh: string;
  en: string;
}

/** Numbers of entries, for the description. */
export interface Counts {
  chapters: number;
  rules: number;
  cases: number;
}

/** What the book is called, wherever it is named. */
export interface BookNames {
  language: BookLanguage;
  /** The character in its seal; absent if that is drawn by hand. */
  mark?: string;
  /** The title as written; English is absent if the book has none. */
  title: Localized;
  /** The title for each language. */
  name: Named;
  subtitle: Localized | undefined;
  description: Named;
  authors: Localized[];
  publisher: Localized | undefined;
  year: number | undefined;
  isbn: string | undefined;
  rights: Localized | undefined;
  /** The book that this one goes along with. */
  basedOn: BookFile['basedOn'];
  /** Title of a browser's window on pages without a title of their own. */
  window: Named;
  /** Text at the foot of cards and slides. */
  foot: Named;
  /** The book in citations. A companion is cited by its subtitle, which names the book that it is based on. */
  cited: Named;
}

/** A title whose English is the same needs no English. */
const distinct = ({ zh, en }: Localized): Localized => (en === undefined || en === zh ? { zh } : { zh, en });
const both = ({ zh, en = zh }: Localized): Named => ({ zh, en });

/**
 * Names from `book.yaml`, with what follows from them.
 * @param fallback title of a book whose file has none
 */
export function namesOf(book: BookFile, fallback: string, counts: Counts): BookNames {
  const title = distinct(book.title ?? { zh: fallback });
  const { subtitle } = book;
  const name = both(title);
  const foot = both(subtitle ?? title);
  const marked = /[《》]/.test(title.zh) ? title.zh : `《${title.zh}》`;
  const own = described(marked, name.en, counts);
  const written: Localized =
    book.description ?? (book.language === 'zh-Hant' ? { zh: traditional(own.zh), en: own.en } : own);
  return {
    language: book.language ?? 'zh-Hans',
    title,
    name,
    subtitle,
    description: {
      zh: withCounts(written.zh, counts, toHan),
      en: withCounts(written.en ?? own.en, counts, String),
    },
    authors: book.authors,
    publisher: book.publisher,
    year: book.year,
    isbn: book.isbn,
    rights: book.rights,
    basedOn: book.basedOn,
    window: subtitle ? { zh: `${name.zh} · ${foot.zh}`, en: `${name.en} · ${foot.en}` } : name,
    foot,
    cited: { zh: book.basedOn && subtitle ? subtitle.zh : marked, en: name.en },
  };
}

const counted = (count: number, noun: string) => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The description of a book that has none in `book.yaml`. */
function described(marked: string, english: string, { chapters, rules, cases }: Counts): Named {
  const zh = [
    ...(chapters > 0 ? ['{chapters}章'] : []),
    ...(rules > 0 ? ['{rules}条法则'] : []),
    ...(cases > 0 ? ['{cases}则案例'] : []),
  ];
  const en = [counted(chapters, 'chapter'), counted(rules, 'rule'), counted(cases, 'case')];
  return {
    zh: `${marked}：${[zh.join('、'), '可全文检索'].filter(Boolean).join('，')}。`,
    en: `${english}: ${en.filter((part) => !part.startsWith('0 ')).join(', ')}, searchable in full.`,
  };
}

function withCounts(text: string, counts: Counts, write: (count: number) => string): string {
  return text.replace(/\{(chapters|rules|cases)\}/g, (_, of: keyof Counts) => write(counts[of]));
}
