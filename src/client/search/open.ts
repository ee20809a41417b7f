import { loadPart } from '../kit/load.ts';
import { say } from '../kit/say.ts';
import { isComposing, isTyping, keys } from '../kit/keys.ts';

/** Open the search dialog; what it is made of comes only then. */
function open(event: Event): void {
  event.preventDefault();
  loadPart(() => import('./dialog.ts')).then(
    ({ openSearch }) => {
      openSearch();
    },
    // Not loaded: the search page does without the dialog, if it can be reached.
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
    void import('./marks/marks.ts').then(({ markPage }) => {
      markPage();
    });
}
