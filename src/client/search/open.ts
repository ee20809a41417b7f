import { loadPart } from '../kit/load.ts';
import { say } from '../kit/say.ts';
import { isComposing, isTyping, keys } from '../kit/keys.ts';

/** Load and open the search dialog. */
function open(event: Event): void {
  event.preventDefault();
  loadPart(() => import('./dialog.ts')).then(
    ({ openSearch }) => {
      openSearch();
    },
    // If the dialog can't be loaded, go to the search page, or say that it can't be reached.
    () => {
      const link = document.querySelector<HTMLAnchorElement>('a[data-search-open]');
      if (!link) return;
      fetch(link.href).then(
        () => {
          location.href = link.href;
        },
        () => {
          say(link.dataset['unreachable'] ?? '');
        },
      );
    },
  );
}

/** Whether a key asks for the search: Ctrl+K or ⌘K anywhere, "/" outside of text fields. */
export function asksForSearch(event: KeyboardEvent, singleKeys: boolean): boolean {
  if (event.defaultPrevented || isComposing(event) || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k';
  return event.key === '/' && singleKeys && !isTyping(event.target);
}

/** Have a key and the search button open the search. On the search page they go to its searchbox. */
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
    void import('./marks/marks.ts').then(({ markPage }) => {
      markPage();
    });
}
