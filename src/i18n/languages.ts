import type { BookLanguage } from '../schemas/book.ts';

/** Languages of the interface. Chinese pages are at the root, English ones under `/en/`. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Value of the `lang` attribute. Chinese is in the script that the book is written in. */
export const htmlLang: Readonly<{ zh: BookLanguage; en: 'en' }> = {
  zh: (import.meta.env.BOOK_LANGUAGE as BookLanguage | undefined) ?? 'zh-Hans',
  en: 'en',
};

/** The same as Open Graph names it. */
export const localeOf = (tag: BookLanguage | 'en'): string =>
  ({ 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW', en: 'en_GB' })[tag];

export const otherLanguage = (lang: Language): Language => (lang === 'zh' ? 'en' : 'zh');

/** Language of a page from its route parameter `[...lang]`. */
export const languageOf = (parameter: string | undefined): Language => (parameter === 'en' ? 'en' : 'zh');

/** Route parameter for each language; the root has none. */
export const languageParameters = [undefined, 'en'] as const;

/** Static paths of a page that each language has once. */
export const languagePaths = () => languageParameters.map((lang) => ({ params: { lang } }));

/** Texts of one area of the interface in both languages; one area a file in this folder. */
export type Messages<Texts> = Record<Language, Texts>;
