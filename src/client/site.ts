/** What every page does, after its text: comforts for a reader on a page that already works. */
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
import { keepShelf } from './reading/own-shelf.ts';
import { openTerms } from './reading/terms.ts';
import { listenForKeys, listenForSwipes } from './reading/turning.ts';

/** Bring to life what the page has of this; each part works without the others. */
export function startSite(): void {
  if (!('popover' in HTMLElement.prototype))
    void import('./kit/no-popover.ts').then(({ polyfillPopovers }) => {
      polyfillPopovers();
    });
  const one = <Found extends HTMLElement>(selector: string, start: (found: Found) => void) => {
    const found = document.querySelector<Found>(selector);
    if (found) start(found);
  };
  const entry = currentEntry();
  if (entry) {
    one<HTMLButtonElement>('[data-bookmark]', (button) => {
      bookmarkButton(button, entry);
    });
    rememberPlace(entry);
  }
  one('main[data-id]', (main) => {
    checklist([...main.querySelectorAll('.check')], main.dataset['id'] ?? '');
  });
  one<HTMLFormElement>('#comfort form', (form) => {
    comfortPanel(form, document.documentElement);
  });
  one('#contents', openAtCurrent);
  one<HTMLAnchorElement>('a[data-language]', keepParagraph);
  one('[data-share]', loadShareMenu);
  one('.shelf', keepShelf);
  openTerms();
  listenForKeys();
  listenForSwipes();
  listenForSearch();
  document.querySelectorAll<HTMLElement>('[data-save-book]').forEach(offerSaving);
  startWorker();
}
