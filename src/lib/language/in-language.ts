import type { Localized } from '../../schemas/localized.ts';
import type { Language } from '../book/addresses.ts';

/** A text in one language, in Chinese if there is no English. */
export const inLanguage = (text: Localized, lang: Language): string => text[lang] ?? text.zh;

/** The text in the other language, if there is one. */
export const inOther = (text: Localized, lang: Language): string | undefined =>
  text.en === undefined ? undefined : text[lang === 'zh' ? 'en' : 'zh'];
