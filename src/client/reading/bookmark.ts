import { isEntry, type Entry } from '../kit/entry.ts';
import { kept, sayNotKept, whenKeptChanges } from '../kit/kept.ts';

/** The reader's bookmarks, the latest first. */
export const bookmarks = kept('bookmarks', (stored) => (Array.isArray(stored) ? stored.filter(isEntry) : []));

const without = (entries: readonly Entry[], path: string): Entry[] =>
  entries.filter((entry) => entry.path !== path);

/** The bookmarks with the entry first, or without it. */
export const withBookmark = (entries: readonly Entry[], entry: Entry, marked: boolean): Entry[] =>
  marked ? [entry, ...without(entries, entry.path)] : without(entries, entry.path);

export const removeBookmark = (path: string): boolean =>
  bookmarks.change((entries) => without(entries, path));

/** Have a button put this page on the list of bookmarks, and take it off again. */
export function bookmarkButton(button: HTMLButtonElement, entry: Entry): void {
  const show = () => {
    button.ariaPressed = String(bookmarks.read().some(({ path }) => path === entry.path));
  };
  button.addEventListener('click', () => {
    const marked = button.ariaPressed !== 'true';
    if (!bookmarks.change((entries) => withBookmark(entries, entry, marked))) void sayNotKept();
    show();
  });
  whenKeptChanges(show);
  show();
}
