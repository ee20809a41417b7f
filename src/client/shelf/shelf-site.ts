import { comfortPanel } from '../comfort/comfort.ts';
import { isComposing, isTyping } from '../kit/keys.ts';

/** Start the scripts of every page of a shelf's home: the reader's settings, and the keys that lead to the search. */
export function startShelfSite(): void {
  if (!('popover' in HTMLElement.prototype))
    void import('../kit/no-popover.ts').then(({ polyfillPopovers }) => {
      polyfillPopovers();
    });
  const form = document.querySelector<HTMLFormElement>('#comfort form');
  if (form) comfortPanel(form, document.documentElement);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isComposing(event) || event.altKey) return;
    const chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (!chord && (event.key !== '/' || isTyping(event.target))) return;
    const input = document.querySelector<HTMLElement>('input[type="search"]');
    if (!input) return;
    event.preventDefault();
    input.focus();
  });
}
