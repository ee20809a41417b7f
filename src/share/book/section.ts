import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../../edition/read-edition.ts';
import type { Language, SiteRoot } from '../../lib/book/addresses.ts';
import { inLanguage, inOther } from '../../lib/language/in-language.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { Variant } from '../variant.ts';
import type { EntryTexts } from './entry-text.ts';
import { picturesIn, toXhtml, type EpubTextOptions } from './epub-text.ts';

/** A place of the book that a list leads to. */
export interface Place {
  id: string;
  title: string;
}

/** A file of the book. */
export interface Section {
  /** Unique in the book; an XML name. */
  id: string;
  kind: 'front' | 'chapter' | 'back' | 'glossary';
  title: string;
  /** The part that begins with it. */
  part: string | undefined;
  /** Content of `body`. */
  xhtml: string;
  /** Rules in it, for the table of contents. */
  places: Place[];
  /** Where pages of the printed book begin, with their numbers as titles. */
  pages: Place[];
  /** Names of the pictures in it. */
  pictures: string[];
}

/** What all sections are made with. */
export interface Making {
  edition: Edition;
  root: SiteRoot;
  variant: Variant;
  lang: Language;
  texts: EntryTexts;
  options: Pick<EpubTextOptions, 'chapters' | 'rules'>;
  /** Printed pages that are marked already: two rules may begin on one. */
  marked: Set<number>;
}

/** Attributes of a title that has no English, in an English book. */
export const foreign = ({ edition, lang }: Making, title: Localized) =>
  lang === 'en' && title.en === undefined ? inTongue(edition.names.language) : {};
/** Attributes of a text in a language. */
export const inTongue = (tongue: string) => ({ lang: tongue, 'xml:lang': tongue });

/** The other language's title, beneath one in Chinese. */
export const subtitle = ({ lang }: Making, title: Localized): Element[] => {
  const other = lang === 'zh' ? inOther(title, 'zh') : undefined;
  return other === undefined ? [] : [h('p', { className: ['english'], ...inTongue('en') }, other)];
};

/** A title as lists show it: in both languages if the book is in both. */
export const named = ({ variant, lang }: Making, text: Localized): string =>
  variant === 'both' && text.en !== undefined && text.en !== text.zh
    ? `${text.zh} ${text.en}`
    : inLanguage(text, lang);

/** A number before a title. */
export const numbered = ({ lang }: Making, mark: Localized | undefined): ElementContent[] =>
  mark === undefined
    ? []
    : [h('span', { className: ['number'] }, inLanguage(mark, lang)), { type: 'text', value: ' ' }];

/** A section with its text. */
export function finished(section: Omit<Section, 'xhtml' | 'pictures'>, nodes: ElementContent[]): Section {
  return { ...section, xhtml: toXhtml(nodes), pictures: picturesIn(nodes) };
}
