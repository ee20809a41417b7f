import type { Language } from '../../i18n/languages.ts';
import { link } from '../../i18n/links.ts';

/**
 * Words of a query as part of an address: `客户 2018` is `客户%202018`. Letters and figures of any script stay as they
 * are. Browsers encode them themselves, and in a page they take a fifth of the bytes of their codes.
 */
export const queryWords = (words: string): string =>
  words.toWellFormed().replace(/[^\p{L}\p{N}]+/gu, encodeURIComponent);

/** Address of the search page with a query: `/en/search/?q=trust`. */
export const searchLink = (lang: Language, words: string): string =>
  `${link(lang, 'search/')}?q=${queryWords(words)}`;
