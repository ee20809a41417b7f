import { readState, writeState, type SearchState } from './address.ts';
import { SearchPanel } from './panel.ts';

/** A burst of typing is one step back; what comes after a pause as long as this is another. */
const burst = 1200;

/** The search page: its address holds the whole state, so that it can be shared, and gone back and forward from. */
class SearchPage extends HTMLElement {
  #panel: SearchPanel | undefined;
  #lastChange = 0;

  connectedCallback(): void {
    this.#panel = new SearchPanel(this, {
      changed: (state, settled) => {
        this.#write(state, settled);
      },
    });
    addEventListener('popstate', () => void this.#show());
    // What was typed before this ran is searched for next; it goes before what the address says.
    if (this.#panel.input.value === '') void this.#show();
  }

  /** For whoever measures the search: the answer itself, without its showing. */
  get panel(): SearchPanel | undefined {
    return this.#panel;
  }

  async #show(): Promise<void> {
    const state = readState(location.search);
    this.#keepInOtherLanguage();
    await this.#panel?.show(state);
    if (state.typed === '') this.#panel?.input.focus({ preventScroll: true });
  }

  #write(state: SearchState, settled: boolean): void {
    const address = writeState(state) || location.pathname;
    const fresh = settled || Date.now() - this.#lastChange > burst;
    this.#lastChange = Date.now();
    if (`${location.pathname}${location.search}`.endsWith(address)) return;
    if (fresh) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#keepInOtherLanguage();
  }

  /** The other language asks the same. */
  #keepInOtherLanguage(): void {
    const other = document.querySelector<HTMLAnchorElement>('a[data-language]');
    if (other) other.search = location.search;
  }
}

customElements.define('search-page', SearchPage);
