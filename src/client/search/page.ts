import { readState, writeState, type SearchState } from './address.ts';
import { listPlace, type ListPlace } from './list-place.ts';
import { SearchPanel } from './panel.ts';
import type { AnswerSource } from './sources/source.ts';

/** Typing with pauses up to this many milliseconds is one entry of the history. */
const maxPauseMs = 1200;

/** The search page. Its address has the whole state, so that a reader can share it, and go back and forward. */
export class SearchPage extends HTMLElement {
  #panel: SearchPanel | undefined;
  #lastChange = 0;

  connectedCallback(): void {
    const source = this.source();
    this.#panel = new SearchPanel(this, {
      ...(source && { source }),
      changed: (state, isStep) => {
        this.#write(state, isStep);
      },
      extended: (shown) => {
        this.#rememberPlace(shown);
      },
    });
    addEventListener('popstate', () => void this.#show());
    // For going back from a followed link. A browser that keeps the whole page doesn't need it.
    this.addEventListener('click', () => {
      this.#rememberPlace();
    });
    addEventListener('pagehide', () => {
      this.#rememberPlace();
    });
    // If something was typed before this ran, that is searched for instead of the query in the address.
    if (this.#panel.input.value === '') void this.#show();
  }

  /** For benchmarks. */
  get panel(): SearchPanel | undefined {
    return this.#panel;
  }

  /** Where answers come from, if not from the site's own index. */
  protected source(): AnswerSource | undefined {
    return undefined;
  }

  async #show(): Promise<void> {
    const state = readState(location.search);
    const place = listPlace(history.state);
    this.#keepInOtherLanguage();
    await this.#panel?.show(state, place?.shown);
    if (state.typed === '') this.#panel?.input.focus({ preventScroll: true });
    if (place) scrollTo({ top: place.scroll, behavior: 'instant' });
  }

  #rememberPlace(shown = listPlace(history.state)?.shown): void {
    if (shown !== undefined || scrollY > 0)
      history.replaceState({ shown: shown ?? 0, scroll: scrollY } satisfies ListPlace, '');
  }

  #write(state: SearchState, isStep: boolean): void {
    const address = writeState(state) || location.pathname;
    const isNew = isStep || Date.now() - this.#lastChange > maxPauseMs;
    this.#lastChange = Date.now();
    if (`${location.pathname}${location.search}`.endsWith(address)) return;
    if (isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#keepInOtherLanguage();
  }

  /** Have the link to the other language ask the same. */
  #keepInOtherLanguage(): void {
    const other = document.querySelector<HTMLAnchorElement>('a[data-language]');
    if (other) other.search = location.search;
  }
}
