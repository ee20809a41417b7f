import type { Language } from './languages.ts';

const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;

/** Address of a page: `link('en', 'rules/01-02/')` is `/en/rules/01-02/` below the base path. */
export const link = (lang: Language, path = ''): string => `${base}${lang === 'en' ? 'en/' : ''}${path}`;

/** Address of a file that is the same in both languages. */
export const asset = (path: string): string => `${base}${path}`;

/**
 * A path without the base path and the language: `/en/rules/01-02/` is `rules/01-02/`. The page for missing pages is
 * no place; in another language it is the first page.
 */
export const placeOf = (pathname: string): string =>
  pathname
    .slice(base.length - 1)
    .replace(/^\/(?:en\/)?/, '')
    .replace(/^404(?:\.html|\/)?$/, '');
