import { bookmarkButton } from './reading/bookmark.ts';
import { checklist } from './reading/checklist.ts';
import { comfortPanel } from './comfort/comfort.ts';
import { openAtCurrent } from './reading/contents.ts';
import { currentEntry } from './kit/entry.ts';
import { keepParagraph } from './reading/language.ts';
import { rememberPlace } from './reading/place.ts';
import { loadShareMenu } from './share/share-hook.ts';
import { offerSaving } from './offline/save-hook.ts';
import { startWorker } from './offline/worker.ts';
import { listenForSearch } from './search/open.ts';
import { watchOwnShelf } from './reading/own-shelf.ts';
import { openTerms } from './reading/terms.ts';
import { listenForKeys, listenForSwipes } from './reading/turning.ts';

/** Start the scripts that every page has, for whatever of their elements is there. The page works without any of them. */
export function startSite(): void {
  if (!('popover' in HTMLElement.prototype))
    void import('./kit/no-popover.ts').then(({ polyfillPopovers }) => {
      polyfillPopovers();
    });
  const withElement = <Found extends HTMLElement>(selector: string, start: (found: Found) => void) => {
    const found = document.querySelector<Found>(selector);
    if (found) start(found);
  };
  const entry = currentEntry();
  if (entry) {
    withElement<HTMLButtonElement>('[data-bookmark]', (button) => {
      bookmarkButton(button, entry);
    });
    rememberPlace(entry);
  }
  withElement('main[data-id]', (main) => {
    checklist([...main.querySelectorAll('.check')], main.dataset['id'] ?? '');
  });
  withElement<HTMLFormElement>('#comfort form', (form) => {
    comfortPanel(form, document.documentElement);
  });
  withElement('#contents', openAtCurrent);
  withElement<HTMLAnchorElement>('a[data-language]', keepParagraph);
  withElement('[data-share]', loadShareMenu);
  withElement('.shelf', watchOwnShelf);
  openTerms();
  listenForKeys();
  listenForSwipes();
  listenForSearch();
  document.querySelectorAll<HTMLElement>('[data-save-book]').forEach(offerSaving);
  startWorker();
}
