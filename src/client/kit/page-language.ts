import type { Language } from '../../i18n/languages.ts';

/** Language of the page's interface. It may change: the page for missing pages takes the language of the address. */
export const pageLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'zh');

/** The page's edition; empty in development. */
export const pageEdition = (): string => document.documentElement.dataset['edition'] ?? '';
