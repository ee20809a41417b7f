import { htmlLang } from '../../i18n/languages.ts';
/** What a page says of the entry it shows, as far as lists of entries need it. */
export interface Entry {
  /** Below the site's root and the language: `rules/01-02/`. */
  path: string;
  number: string;
  zh: string;
  en?: string | undefined;
}

/** The entry of this page; `undefined` on a page that shows none. */
export function currentEntry(): Entry | undefined {
  const text = document.querySelector<HTMLElement>('[data-entry]')?.dataset.entry;
  return text === undefined ? undefined : (JSON.parse(text) as Entry);
}

/** A link to an entry in the page's language, its title in that language where there is one. */
export function linkTo(entry: Entry, hash = ''): HTMLAnchorElement {
  const home = document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? document.baseURI;
  const link = document.createElement('a');
  link.href = new URL(entry.path, home).href + hash;
  const number = document.createElement('span');
  // A case has no number of its own, but its sign.
  number.className = entry.number === '' ? 'number case-mark' : 'number';
  number.textContent = entry.number;
  const title = document.createElement('span');
  const translated = document.documentElement.lang === 'en' ? entry.en : undefined;
  title.textContent = translated ?? entry.zh;
  if (translated === undefined) title.lang = htmlLang.zh;
  link.append(number, title);
  return link;
}
