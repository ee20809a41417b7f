import type { Language } from '../../i18n/languages.ts';
import { search, type SearchTexts } from '../../i18n/search.ts';
import type { Narrowing } from '../../search/query/rank/facets.ts';
import type { SearchState } from './address.ts';
import { element } from '../kit/element.ts';
import { find } from '../kit/find.ts';
import { isComposing } from '../kit/keys.ts';
import { pageLanguage } from '../kit/page-language.ts';
import { UnreachableError } from '../../search/browser/files.ts';
import { narrowingView } from './views/narrowing-view.ts';
import { ownSource } from './sources/own-source.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import resultsCss from './views/results.css?inline';
import { moveThroughResults } from './result-keys.ts';
import { Typing } from './typing.ts';
import { recentItems } from './views/recent-view.ts';
import { awaitFirstExcerpts, resultItems } from './views/results-view.ts';
import type { AnswerSource, Asked, Results } from './sources/source.ts';
import { setStatus, statusText, type SearchStatus } from './views/status.ts';

/** Number of results that are shown at first, and that each click on “more” adds. */
const pageSize = 10;
/** Milliseconds after which a reader is told that the answer is on its way. */
const quickAnswerMs = 150;

let hasStyle = false;

function addStyle(): void {
  if (!hasStyle) document.head.append(element('style', {}, resultsCss));
  hasStyle = true;
}

/** What a panel searches, and what it reports to its page. */
export interface PanelOptions {
  /** What answers. Default: the site's own index, or the engine that the site was built with. */
  source?: AnswerSource;
  /** What the page is limited to. The reader can't undo it here. */
  scope?: Narrowing;
  /** Called when the reader has changed what is shown. `isStep`: the browser's back button should lead here. */
  changed?: (state: SearchState, isStep: boolean) => void;
  /** Called with the number of results when the reader has asked for more. */
  extended?: (shown: number) => void;
}

/** Answers what is typed into a search panel, and narrows and shows the results. The markup is `panelSkeleton`'s. */
export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #scope: Narrowing;
  readonly #changed: NonNullable<PanelOptions['changed']>;
  readonly #extended: NonNullable<PanelOptions['extended']>;
  readonly #lang: Language = pageLanguage();
  readonly #texts: SearchTexts = search[this.#lang];
  /** Public for benchmarks, which time an answer without its display. */
  readonly source: AnswerSource;
  readonly #narrowing;
  readonly input: HTMLInputElement;
  #state: SearchState = { typed: '', narrowing: {} };
  #results: Results | undefined;
  #shown = pageSize;
  /** Number of the last question. Answers to older ones are dropped. */
  #turn = 0;
  /** Number of the last drawing that was shown, and of the last one that was begun. */
  #drawn = 0;
  #drawings = 0;
  readonly #typing = new Typing(() => {
    this.#take(false);
  });

  constructor(
    root: HTMLElement,
    {
      source = ownSource(),
      scope = {},
      changed = () => undefined,
      extended = () => undefined,
    }: PanelOptions = {},
  ) {
    addStyle();
    this.source = source;
    this.#root = root;
    this.#scope = scope;
    this.#changed = changed;
    this.#extended = extended;
    this.input = this.#part('input');
    this.#narrowing = narrowingView({
      types: this.#part('.types'),
      details: this.#part('.narrow'),
      books: this.#root.querySelector<HTMLElement>('.by-book') ?? undefined,
      texts: this.#texts,
      english: this.#lang === 'en',
      choose: (narrowing) => {
        this.#state = { ...this.#state, narrowing };
        this.#shown = pageSize;
        this.#changed(this.#state, true);
        void this.#ask();
      },
      fixedType: scope.type !== undefined,
    });
    this.#listen();
    this.#showRecent();
  }

  #part<Found extends HTMLElement>(selector: string): Found {
    return find<Found>(this.#root, selector);
  }

  /** Show a state from an address, with this many results at first. */
  async show(state: SearchState, shown = pageSize): Promise<void> {
    if (this.input.value.trim() !== state.typed.trim()) this.input.value = state.typed;
    this.#state = state;
    this.#shown = Math.max(shown, pageSize);
    await this.#ask();
  }

  /** Search for a text as if the reader had typed and sent it off. */
  searchFor(typed: string): void {
    this.input.value = typed;
    this.#take(true);
  }

  #listen(): void {
    this.input.addEventListener('input', (event) => {
      // While an input method composes, the input has letters that become characters later.
      if ((event as InputEvent).isComposing) return;
      this.#typing.keystroke();
    });
    this.input.addEventListener('compositionend', () => {
      this.#typing.keystroke();
    });
    // Fetch the index while the reader begins to type.
    if (document.activeElement === this.input) void this.source.warmUp();
    else this.input.addEventListener('focus', () => void this.source.warmUp(), { once: true });
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
    this.#part<HTMLDetailsElement>('.narrow').addEventListener('toggle', () => void this.#ask());
  }

  #take(isStep: boolean): void {
    this.#typing.cancel();
    const typed = this.input.value;
    if (typed.trim() === this.#state.typed.trim() && !isStep) return;
    this.#state = { ...this.#state, typed };
    this.#shown = pageSize;
    this.#changed(this.#state, isStep);
    void this.#ask();
  }

  #asked(): Asked {
    const { typed, narrowing } = this.#state;
    const looking = this.#part<HTMLDetailsElement>('.narrow').open;
    return { typed, narrowing, scope: this.#scope, shown: this.#shown, looking };
  }

  async #ask(): Promise<void> {
    const turn = (this.#turn += 1);
    if (this.#state.typed.trim() === '') {
      this.#clear();
      return;
    }
    const slow = setTimeout(() => {
      if (turn === this.#turn) this.#status('loading', this.#texts.loading);
    }, quickAnswerMs);
    try {
      const found = await this.source.ask(this.#asked(), (partly) => {
        if (turn !== this.#turn) return;
        clearTimeout(slow);
        void this.#render(partly, turn, 'loading');
      });
      clearTimeout(slow);
      if (turn !== this.#turn) return;
      if (found) await this.#render(found, turn, 'done');
      else this.#clear();
    } catch (reason) {
      if (turn === this.#turn) this.#fail(reason);
    } finally {
      clearTimeout(slow);
    }
  }

  #clear(): void {
    this.#results = undefined;
    this.#part('[data-search-results]').replaceChildren();
    this.#part('[data-search-more]').hidden = true;
    this.#part('.nearest').hidden = true;
    this.#part('.start').hidden = false;
    this.#narrowing.hide();
    this.#showRecent();
    this.#status('idle', '');
  }

  #status(state: SearchStatus['state'], text: string, count = 0, relaxed?: string): void {
    const typed = this.#state.typed.trim();
    setStatus(this.#part('[data-search-state]'), { state, typed, text, count, relaxed });
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

  async #render(found: Results, turn: number, state: 'loading' | 'done'): Promise<void> {
    const { typed, narrowing } = this.#state;
    const drawing = (this.#drawings += 1);
    // Results of only some handbooks are shown at once, without waiting for excerpts.
    if (state === 'done') await awaitFirstExcerpts(found.hits);
    if (turn !== this.#turn || drawing < this.#drawn) return;
    this.#drawn = drawing;
    this.#results = found;
    this.#part('.start').hidden = true;
    this.#part('[data-search-results]').replaceChildren(
      ...resultItems(found.hits, { lang: this.#lang, texts: this.#texts, terms: found.terms }),
    );
    this.#showMore(found.total);
    if (found.all === 0 && Object.keys(narrowing).length === 0) this.#narrowing.hide();
    else this.#narrowing.show(found, { ...narrowing, ...this.#scope });
    this.#status(state, statusText(typed, found, this.#texts), found.total, found.relaxed);
    if (state === 'done') await this.#showNearest(typed, found, turn);
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
    await this.#ask();
    // Focus goes to the first of the new results.
    this.#root.querySelectorAll<HTMLElement>('[data-search-results] li > a')[length]?.focus();
  }

  async #showNearest(typed: string, { all }: Results, turn: number): Promise<void> {
    const place = this.#part('.nearest');
    place.hidden = all > 0;
    if (place.hidden) return;
    place.replaceChildren();
    const { nearestNodes } = await import('./views/nearest-view.ts');
    const suggestions = await this.source.suggest(typed);
    if (turn !== this.#turn) return;
    place.replaceChildren(
      ...nearestNodes(suggestions, {
        texts: this.#texts,
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
      ...recentItems(searches, (typed) => {
        this.searchFor(typed);
        this.input.focus();
      }),
    );
  }

  /** Arrow keys go through the results. If the query is the number of a rule, Enter opens that rule. */
  #move(event: KeyboardEvent): void {
    if (isComposing(event)) {
      // The Enter that ends a composition doesn't submit the form. Some browsers report it as a plain key.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    const links = [...this.#root.querySelectorAll<HTMLElement>('[data-search-results] a')];
    const [first] = links;
    if (event.key === 'Enter' && event.target === this.input && this.#results?.named && first) {
      event.preventDefault();
      first.click();
      return;
    }
    moveThroughResults(event, this.input, links);
  }
}
