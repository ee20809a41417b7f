import { isComposing, isTyping, keys } from '../kit/keys.ts';

/** Open the search dialog; what it is made of comes only then. */
function open(event: Event): void {
  event.preventDefault();
  import('./dialog.ts').then(
    ({ openSearch }) => {
      openSearch();
    },
    // Offline before the dialog was ever used: the search page says more.
    () => {
      const link = document.querySelector<HTMLAnchorElement>('a[data-search-open]');
      if (link) location.href = link.href;
    },
  );
}

/** Whether a key asks for the search: Ctrl+K or ⌘K anywhere, "/" where it is no text. */
export function asksForSearch(event: KeyboardEvent, singleKeys: boolean): boolean {
  if (event.defaultPrevented || isComposing(event) || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k';
  return event.key === '/' && singleKeys && !isTyping(event.target);
}

/** The search opens by key and by its button; on the search page the key goes to the box that is there. */
export function listenForSearch(): void {
  const onSearchPage = document.querySelector('search-page') !== null;
  document.addEventListener('keydown', (event) => {
    if (!asksForSearch(event, keys.read())) return;
    if (!onSearchPage) open(event);
    else {
      event.preventDefault();
      document.querySelector<HTMLElement>('search-page input')?.focus();
    }
  });
  document.querySelector('a[data-search-open]')?.addEventListener('click', (event) => {
    const { button, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (button === 0 && !ctrlKey && !metaKey && !shiftKey && !onSearchPage) open(event);
  });
  if (location.search.includes('mark='))
    void import('./marks.ts').then(({ markPage }) => {
      markPage();
    });
}
