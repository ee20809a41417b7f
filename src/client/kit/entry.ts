import { hasShape, isOptional, isText, type Guard } from '../../lib/guards.ts';

/** An entry as the reader's lists of entries show it. */
export interface Entry {
  /** Path below the site's root and the language: `rules/01-02/`. */
  path: string;
  number: string;
  /** On English pages, where it differs: 4 for 第4章. */
  numberEn?: string | undefined;
  zh: string;
  en?: string | undefined;
}

const hasFields = hasShape<Entry>({
  path: isText,
  number: isText,
  numberEn: isOptional(isText),
  zh: isText,
  en: isOptional(isText),
});

/** Whether a value is an entry whose path stays within the site. */
export const isEntry: Guard<Entry> = (value): value is Entry =>
  hasFields(value) && /^[a-z]+\/[\w-]+\/$/.test(value.path);

/** The entry that a page shows, from its text in JSON; `undefined` if it shows none. */
export function readEntry(text: string | undefined): Entry | undefined {
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  return isEntry(value) ? value : undefined;
}

/** The entry of this page. */
export const currentEntry = (): Entry | undefined =>
  readEntry(document.querySelector<HTMLElement>('[data-entry]')?.dataset['entry']);

/** A link to an entry in the page's language. Its title is in that language if it is translated. */
export function linkTo(entry: Entry, hash = ''): HTMLAnchorElement {
  const home = document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? document.baseURI;
  const link = document.createElement('a');
  link.href = new URL(entry.path, home).href + hash;
  const number = document.createElement('span');
  // A case has no number, so the sign of a case takes its place.
  number.className = entry.number === '' ? 'number case-mark' : 'number';
  const english = document.documentElement.lang === 'en';
  number.textContent = (english ? entry.numberEn : undefined) ?? entry.number;
  const title = document.createElement('span');
  const translated = english ? entry.en : undefined;
  title.textContent = translated ?? entry.zh;
  // The shelf tells whether the book's Chinese is Simplified or Traditional.
  if (english && translated === undefined)
    title.lang = document.querySelector<HTMLElement>('[data-chinese]')?.dataset['chinese'] ?? 'zh';
  link.append(number, title);
  return link;
}
