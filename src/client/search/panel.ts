import type { Language } from '../../i18n/languages.ts';
import { asset, link } from '../../i18n/links.ts';
import { search, type SearchTexts } from '../../i18n/search.ts';
import { passes, type Narrowing } from '../../search/query/facets.ts';
import { pathOf, type FacetLabels, type SearchRecord } from '../../search/format/records.ts';
import { answer, type Answer, type Hit } from '../../search/browser/answer.ts';
import type { SearchState } from './address.ts';
import { element } from '../kit/element.ts';
import { find } from '../kit/find.ts';
import { isComposing } from '../kit/keys.ts';
import { pageEdition, pageLanguage } from '../kit/page-language.ts';
import { UnreachableError } from '../../search/browser/files.ts';
import { narrowingView } from './narrowing-view.ts';
import { indexOpener } from '../../search/browser/open-index.ts';
import type { Opener } from '../../search/browser/opened.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import resultsCss from './results.css?inline';
import { resultItems } from './results-view.ts';
import { statusText } from './status.ts';

/** How many results are shown at first, and how many more each time. */
const pageSize = 10;
/** Keystrokes closer together than this, in milliseconds, are answered once, after the last; what comes after a pause is answered at once. */
const typingPause = 60;
/** Excerpts that arrive within this time, in milliseconds, come together with their titles; for later ones there is room. */
const maxExcerptWait = 50;
/** As many excerpts are waited for as a phone shows at first. */
const awaitedExcerpts = 4;

let opener: Opener | undefined;
let hasStyle = false;

/** All panels of a page share the indexes that one of them opened. */
const sharedOpener = (): Opener => (opener ??= indexOpener(asset('pagefind/'), pageEdition()));

function addStyle(): void {
  if (!hasStyle) document.head.append(element('style', {}, resultsCss));
  hasStyle = true;
}

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** What a panel tells the page it stands on. */
export interface PanelOptions {
  /** Narrowing that the page brings and a reader cannot undo here. */
  scope?: Narrowing;
  /** Called when the reader has changed what is shown; `isStep` if a step back should lead here. */
  changed?: (state: SearchState, isStep: boolean) => void;
  /** Called when more results are shown, with their number. */
  extended?: (shown: number) => void;
}

/** A search panel brought to life: what is typed is answered, narrowed and shown. Its markup is `panelSkeleton`'s. */
export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #scope: Narrowing;
  readonly #changed: NonNullable<PanelOptions['changed']>;
  readonly #extended: NonNullable<PanelOptions['extended']>;
  readonly #lang: Language = pageLanguage();
  readonly #texts: SearchTexts = search[this.#lang];
  readonly #opener: Opener = sharedOpener();
  readonly #narrowing;
  readonly input: HTMLInputElement;
  #state: SearchState = { typed: '', narrowing: {} };
  #answer: Answer | undefined;
  #shown = pageSize;
  /** Answers to older questions are dropped. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typedAt = -Infinity;

  constructor(
    root: HTMLElement,
    { scope = {}, changed = () => undefined, extended = () => undefined }: PanelOptions = {},
  ) {
    addStyle();
    this.#root = root;
    this.#scope = scope;
    this.#changed = changed;
    this.#extended = extended;
    this.input = this.#part('input');
    this.#narrowing = narrowingView({
      types: this.#part('.types'),
      details: this.#part('.narrow'),
      texts: this.#texts,
      english: this.#lang === 'en',
      choose: (narrowing) => {
        this.#state = { ...this.#state, narrowing };
        this.#shown = pageSize;
        this.#changed(this.#state, true);
        void this.#render(this.#turn);
      },
      fixedType: scope.type !== undefined,
    });
    this.#listen();
    this.#showRecent();
  }

  #part<Found extends HTMLElement>(selector: string): Found {
    return find<Found>(this.#root, selector);
  }

  /** Show a state, as an address or a click gives it, with so many results at first. */
  async show(state: SearchState, shown = pageSize): Promise<void> {
    if (this.input.value.trim() !== state.typed.trim()) this.input.value = state.typed;
    this.#state = state;
    this.#shown = Math.max(shown, pageSize);
    await this.#ask();
  }

  /** Search for a text as if it had been typed and sent off. */
  searchFor(typed: string): void {
    this.input.value = typed;
    this.#take(true);
  }

  /** The answer to a query, without showing it. */
  readonly answer = (typed: string): Promise<Answer | undefined> => answer(typed, this.#opener, this.#lang);

  #listen(): void {
    this.input.addEventListener('input', (event) => {
      // While an input method composes, what stands there is no text yet.
      if ((event as InputEvent).isComposing) return;
      this.#takeSoon();
    });
    this.input.addEventListener('compositionend', () => {
      this.#takeSoon();
    });
    // The index is fetched while the reader begins to type.
    if (document.activeElement === this.input) void this.#warmUp();
    else this.input.addEventListener('focus', () => void this.#warmUp(), { once: true });
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#take(true);
      rememberSearch(this.#state.typed);
    });
    this.#root.addEventListener('keydown', (event) => {
      this.#move(event);
    });
    this.#part('[data-search-results]').addEventListener('click', () => {
      rememberSearch(this.#state.typed);
    });
    this.#part('[data-search-more]').addEventListener('click', () => void this.#more());
    this.#part('.forget').addEventListener('click', () => {
      forgetSearches();
      this.#showRecent();
      this.input.focus();
    });
    this.#part<HTMLDetailsElement>('.narrow').addEventListener('toggle', () => void this.#render(this.#turn));
  }

  #takeSoon(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    const pause = now - this.#typedAt;
    this.#typedAt = now;
    if (pause > typingPause) {
      this.#take(false);
      return;
    }
    this.#timer = setTimeout(() => {
      this.#take(false);
    }, typingPause);
  }

  #take(isStep: boolean): void {
    clearTimeout(this.#timer);
    const typed = this.input.value;
    if (typed.trim() === this.#state.typed.trim() && !isStep) return;
    this.#state = { ...this.#state, typed };
    this.#shown = pageSize;
    this.#changed(this.#state, isStep);
    void this.#ask();
  }

  async #warmUp(): Promise<void> {
    // A failure shows when something is asked.
    await this.#opener(this.#lang).catch(() => undefined);
  }

  async #ask(): Promise<void> {
    const turn = (this.#turn += 1);
    const { typed } = this.#state;
    if (typed.trim() === '') {
      this.#clear();
      return;
    }
    // A quick answer needs no announcement that it is on its way.
    const slow = setTimeout(() => {
      if (turn === this.#turn) this.#status('loading', this.#texts.loading);
    }, 150);
    try {
      const found = await this.answer(typed);
      if (turn !== this.#turn) return;
      this.#answer = found;
      if (found) await this.#render(turn);
      else this.#clear();
    } catch (reason) {
      if (turn === this.#turn) this.#fail(reason);
    } finally {
      clearTimeout(slow);
    }
  }

  #clear(): void {
    this.#answer = undefined;
    this.#part('[data-search-results]').replaceChildren();
    this.#part('[data-search-more]').hidden = true;
    this.#part('.nearest').hidden = true;
    this.#part('.start').hidden = false;
    this.#narrowing.hide();
    this.#showRecent();
    this.#status('idle', '');
  }

  #status(state: 'idle' | 'loading' | 'done' | 'error', text: string, count = 0, relaxed?: string): void {
    const status = this.#part('[data-search-state]');
    status.dataset.searchState = state;
    status.dataset.count = String(count);
    if (relaxed === undefined) delete status.dataset.relaxed;
    else status.dataset.relaxed = relaxed;
    if (status.textContent !== text) status.textContent = text;
  }

  #fail(reason: unknown): void {
    this.#part('[data-search-results]').replaceChildren();
    this.#part('[data-search-more]').hidden = true;
    this.#narrowing.hide();
    this.#status('error', reason instanceof UnreachableError ? this.#texts.offline : this.#texts.failed);
    const retry = element('button', { type: 'button', class: 'retry' }, this.#texts.retry);
    retry.addEventListener('click', () => void this.#ask());
    this.#part('[data-search-state]').append(' ', retry);
  }

  #hits(): Hit[] {
    const narrowing = { ...this.#state.narrowing, ...this.#scope };
    const hits = this.#answer?.hits ?? [];
    if (Object.keys(narrowing).length === 0) return hits;
    return hits.filter(({ record }) => record && passes(record, narrowing));
  }

  async #render(turn: number): Promise<void> {
    const { typed } = this.#state;
    const found = this.#answer;
    if (!found) return;
    const labels = await this.#loadFacets(found);
    if (labels && found.hits.some(({ record }) => !record)) {
      // The records have only now come; ranking them makes another answer.
      await this.#ask();
      return;
    }
    const hits = this.#hits();
    const page = hits.slice(0, this.#shown);
    const items = await this.#items(page, found);
    if (turn !== this.#turn) return;
    this.#part('.start').hidden = true;
    this.#part('[data-search-results]').replaceChildren(...items);
    this.#showMore(hits.length);
    this.#showNarrowing(found, labels ?? {});
    const scoped = Object.keys(this.#scope).length > 0 ? { ...found, hits: this.#scoped(found) } : found;
    this.#status('done', statusText(typed, scoped, hits.length, this.#texts), hits.length, found.relaxed);
    await this.#showNearest(typed, found, turn);
  }

  async #items(page: readonly Hit[], { terms }: Answer): Promise<HTMLLIElement[]> {
    const text = async ({ language, page: name }: Hit) => (await this.#opener(language)).text(name);
    const first = Promise.all(page.slice(0, awaitedExcerpts).map((hit) => text(hit).catch(() => undefined)));
    await Promise.race([first, wait(maxExcerptWait)]);
    return await resultItems(page, { lang: this.#lang, texts: this.#texts, terms, text });
  }

  #scoped(found: Answer): Hit[] {
    return found.hits.filter(({ record }) => record && passes(record, this.#scope));
  }

  #showMore(all: number): void {
    const left = all - this.#shown;
    const more = this.#part('[data-search-more]');
    more.hidden = left <= 0;
    more.textContent = this.#texts.more(Math.min(left, pageSize));
  }

  async #more(): Promise<void> {
    const { length } = this.#root.querySelectorAll('[data-search-results] li');
    this.#shown += pageSize;
    this.#extended(this.#shown);
    await this.#render(this.#turn);
    // Focus goes on where the reader was: to the first of the new ones.
    this.#root.querySelectorAll<HTMLElement>('[data-search-results] li > a')[length]?.focus();
  }

  #showNarrowing(found: Answer, labels: FacetLabels): void {
    const records = this.#scoped(found).map(({ record }) => record);
    const known = records.filter((record): record is SearchRecord => record !== undefined);
    if (found.hits.length === 0) this.#narrowing.hide();
    else this.#narrowing.show(known, { ...this.#state.narrowing, ...this.#scope }, labels);
  }

  /** Load the facets of all records, once a reader narrows results or looks at what there is to narrow them by. */
  async #loadFacets({ hits }: Answer): Promise<FacetLabels | undefined> {
    const [first] = hits;
    const looking = this.#part<HTMLDetailsElement>('.narrow').open;
    const narrowed = Object.keys({ ...this.#state.narrowing, ...this.#scope }).length > 0;
    if (!first || (!looking && !narrowed)) return undefined;
    return await (await this.#opener(first.language)).facets();
  }

  async #showNearest(typed: string, found: Answer, turn: number): Promise<void> {
    const place = this.#part('.nearest');
    place.hidden = found.hits.length > 0;
    if (place.hidden) return;
    place.replaceChildren();
    const { nearestNodes } = await import('./nearest-view.ts');
    const records = await (await this.#opener(this.#lang)).allRecords();
    if (turn !== this.#turn) return;
    place.replaceChildren(
      ...nearestNodes(typed, records, {
        texts: this.#texts,
        addressOf: ({ type, id }) => link(this.#lang, pathOf(type, id)),
        searchFor: (text) => {
          this.searchFor(text);
        },
      }),
    );
  }

  #showRecent(): void {
    const searches = recentSearches();
    const section = this.#part('.recent');
    section.hidden = searches.length === 0;
    find(section, 'ul').replaceChildren(
      ...searches.map((typed) => {
        const button = element('button', { type: 'button' }, typed);
        button.addEventListener('click', () => {
          this.searchFor(typed);
          this.input.focus();
        });
        return element('li', {}, button);
      }),
    );
  }

  /** Arrow keys go from the searchbox through the results and back; Enter on a rule's number goes there. */
  #move(event: KeyboardEvent): void {
    if (isComposing(event)) {
      // The Enter that ends a composition sends nothing off, in browsers that report it as a plain key as well.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    const links = [...this.#root.querySelectorAll<HTMLElement>('[data-search-results] a')];
    const [first] = links;
    if (event.key === 'Enter' && event.target === this.input && this.#answer?.named && first) {
      event.preventDefault();
      first.click();
      return;
    }
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const at = links.findIndex((link) => link === document.activeElement);
    if (step === undefined || (at < 0 && document.activeElement !== this.input)) return;
    const to = at + step === -1 ? this.input : links[at + step];
    if (!to) return;
    event.preventDefault();
    to.focus();
  }
}
