import type { Language } from '../../i18n/languages.ts';

/** Language of the page's interface. Asked when it is needed: a missing page changes it. */
export const pageLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'zh');

/** The page's edition; empty in development. */
export const pageEdition = (): string => document.documentElement.dataset['edition'] ?? '';
