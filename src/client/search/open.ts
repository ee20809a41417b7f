import { keysOn } from '../kit/keys.ts';

/** Opens the search dialog from anywhere; what it is made of comes only then. */
function open(event: Event): void {
  event.preventDefault();
  import('./dialog.ts').then(
    ({ openSearch }) => {
      openSearch();
    },
    // Offline before the dialog was ever used: the search page says more.
    () => {
      location.href = document.querySelector<HTMLAnchorElement>('a[data-search-open]')!.href;
    },
  );
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const onSearchPage = document.querySelector('search-page') !== null;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const withModifier = event.ctrlKey || event.metaKey;
  const asked = withModifier
    ? event.key.toLowerCase() === 'k'
    : event.key === '/' && keysOn() && !typing(event.target);
  if (!asked) return;
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

if (location.search.includes('mark=')) void import('./marks.ts');
