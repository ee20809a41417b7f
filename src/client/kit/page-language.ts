import type { Language } from '../../i18n/languages.ts';

/** Language of the page's interface. Asked when it is needed: a missing page changes it. */
export const pageLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'zh');

/** The edition that the page is of; empty if the site is being made. */
export const pageEdition = (): string => document.documentElement.dataset['edition'] ?? '';
