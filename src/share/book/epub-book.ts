import { join } from 'node:path';
import type { BookNames } from '../../edition/names/book-names.ts';
import type { Edition } from '../../edition/read-edition.ts';
import { absolute, type Language, type SiteRoot } from '../../lib/book/addresses.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import type { BookLanguage } from '../../schemas/book.ts';
import type { Term } from '../../schemas/glossary.ts';
import type { Variant } from '../variant.ts';
import { words } from '../words.ts';
import type { Section } from './section.ts';
import { toSections } from './sections.ts';
import { titlePage } from './title-page.ts';

/** Everything that an EPUB is made of, as plain values. */
export interface EpubBook {
  /** Languages of its text; the first one is that of its files. */
  languages: (BookLanguage | 'en')[];
  identifier: string;
  /** Address of the site that it was made from. */
  source: string;
  title: string;
  creators: string[];
  publisher: string | undefined;
  year: number | undefined;
  isbn: string | undefined;
  description: string;
  rights: string | undefined;
  /** The book whose printed pages are marked. */
  printed: string | undefined;
  words: Record<'contents' | 'pages' | 'landmarks' | 'titlePage' | 'text' | 'accessible', string>;
  titlePage: string;
  sections: Section[];
  /** Pictures of the text: their names, and where they are read from. */
  pictures: { name: string; path: string }[];
}

/** Path of a book's file below the site's root: `downloads/handbook-en.epub`. */
export const bookPath = (variant: Variant, ending: string): string =>
  `downloads/handbook${{ zh: '', en: '-en', both: '-bilingual' }[variant]}${ending}`;

/** Variants that an edition has a book in: English ones if any of its text is in English. */
export const variantsOf = ({ english }: Pick<Edition, 'english'>): Variant[] =>
  (english?.size ?? 0) > 0 ? ['zh', 'en', 'both'] : ['zh'];

const titleOf = ({ name }: BookNames, variant: Variant): string =>
  variant === 'both' && name.en !== name.zh
    ? `${name.zh} / ${name.en}`
    : name[variant === 'en' ? 'en' : 'zh'];

/** Gather the book of an edition in the languages asked for. */
export function epubBook(
  edition: Edition,
  root: SiteRoot,
  variant: Variant,
  terms: readonly Term[] = [],
): EpubBook {
  const { names } = edition;
  const lang: Language = variant === 'en' ? 'en' : 'zh';
  const sections = toSections(edition, root, variant, terms);
  const t = words[lang];
  const shown = new Set(sections.flatMap(({ pictures }) => pictures));
  return {
    languages: variant === 'en' ? ['en'] : variant === 'both' ? [names.language, 'en'] : [names.language],
    identifier: variant === 'zh' ? absolute(root, '') : absolute(root, bookPath(variant, '.epub')),
    source: absolute(root, ''),
    title: titleOf(names, variant),
    creators: names.authors.map((author) => inLanguage(author, lang)),
    publisher: names.publisher && inLanguage(names.publisher, lang),
    year: names.year,
    isbn: names.isbn,
    description: names.description[lang],
    rights: names.rights && inLanguage(names.rights, lang),
    printed: sections.some(({ pages }) => pages.length > 0)
      ? (names.basedOn?.title ?? inLanguage(names.title, lang))
      : undefined,
    words: {
      contents: t.contents,
      pages: t.pages,
      landmarks: t.landmarks,
      titlePage: t.titlePage,
      text: t.text,
      accessible: t.accessible,
    },
    titlePage: titlePage(names, lang),
    sections,
    pictures: [...shown].map((name) => ({ name, path: join(edition.pictures ?? '', name) })),
  };
}
