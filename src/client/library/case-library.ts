import {
  choose,
  countWith,
  readChoice,
  toggle,
  writeChoice,
  type Choice,
  type Listed,
} from './facet-choice.ts';
import { element } from '../kit/element.ts';
import { find } from '../kit/find.ts';
import { fetchCaseGroups } from './case-groups.ts';

/**
 * The case library with its filter. The address holds the choice, so that a reader can share it and go back. Cases on a further page
 * are fetched when the reader chooses something or comes near the link to that page.
 */
export class CaseLibrary extends HTMLElement {
  #items: { element: HTMLElement; listed: Listed }[] = [];
  #links: HTMLAnchorElement[] = [];
  #labels = new Map<string, string>();
  /** The link to cases that are not here yet. */
  #rest: HTMLAnchorElement | null = null;
  #fetching: Promise<void> | undefined;

  connectedCallback(): void {
    this.#rest = this.querySelector('a[data-rest]');
    this.#list();
    this.#links = [...this.querySelectorAll<HTMLAnchorElement>('nav a[data-facet]')];
    for (const link of this.#links) {
      const { facet = '', value = '' } = link.dataset;
      const name = link.querySelector('small')?.previousSibling?.textContent ?? link.textContent;
      this.#labels.set(`${facet}:${value}`, name.trim());
    }
    this.addEventListener('click', (event) => {
      const { target } = event;
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="?"]') : null;
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      this.#render();
    });
    addEventListener('popstate', () => {
      this.#render();
    });
    this.#render();
    this.#watch();
  }

  #list(): void {
    this.#items = [...this.querySelectorAll<HTMLElement>('[data-facets]')].map((element) => ({
      element,
      listed: { id: element.dataset.id ?? '', facets: new Set(element.dataset.facets?.split(' ')) },
    }));
  }

  #watch(): void {
    if (!this.#rest) return;
    const complete = ([entry]: IntersectionObserverEntry[]) => {
      // If the other cases don't arrive, the link to them stays.
      if (entry?.isIntersecting) this.#complete().catch(() => undefined);
    };
    new IntersectionObserver(complete, { rootMargin: '50%' }).observe(this.#rest);
  }

  /** Fetch the cases of the further page. Rejects if they don't arrive; the next call tries again. */
  #complete(): Promise<void> {
    return (this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    }));
  }

  async #fetch(): Promise<void> {
    if (!this.#rest) return;
    const groups = await fetchCaseGroups(this.#rest.href);
    const { length: here } = this.querySelectorAll('[data-case-group]');
    this.#rest.replaceWith(...groups.slice(here));
    this.#rest = null;
    this.#list();
    this.#render();
  }

  #choice(): Choice {
    const facets = new Set(this.#links.map((link) => link.dataset.facet ?? ''));
    return readChoice(location.search, [...facets]);
  }

  #render(): void {
    const choice = this.#choice();
    this.#renderLinks(choice);
    this.#renderChosen(choice);
    // Filtering only some of the cases would give a wrong answer.
    if (this.#rest && choice.size > 0) void this.#await();
    else this.#filter(choice);
  }

  async #await(): Promise<void> {
    this.#say(this.dataset.coming);
    try {
      await this.#complete();
    } catch {
      if (this.#choice().size > 0) this.#say(this.dataset.absent);
    }
  }

  #filter(choice: Choice): void {
    const shown = choose(
      this.#items.map(({ listed }) => listed),
      choice,
    );
    for (const { element, listed } of this.#items) element.hidden = !shown.has(listed.id);
    for (const group of this.querySelectorAll<HTMLElement>('[data-case-group]'))
      group.hidden = group.querySelector('[data-facets]:not([hidden])') === null;
    const { all, some, none } = this.dataset;
    if (choice.size === 0) this.#say(all);
    else this.#say(shown.size === 0 ? none : some?.replace('{shown}', String(shown.size)));
  }

  #renderLinks(choice: Choice): void {
    const entries = this.#items.map(({ listed }) => listed);
    for (const link of this.#links) {
      const { facet = '', value = '' } = link.dataset;
      const chosen = choice.get(facet) === value;
      link.href = address(toggle(choice, facet, value));
      if (chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      // Until all cases are here, the page's own numbers stay.
      if (this.#rest) continue;
      const count = countWith(entries, choice, facet, value);
      setText(find(link, 'small'), String(count));
      if (link.parentElement) link.parentElement.hidden = count === 0 && !chosen;
    }
    for (const more of this.querySelectorAll<HTMLElement>('nav details')) {
      const left = more.querySelectorAll('li:not([hidden])').length;
      more.hidden = left === 0;
      const summary = find(more, 'summary');
      setText(summary, summary.textContent.replace(/\d+/, String(left)));
    }
  }

  #renderChosen(choice: Choice): void {
    const list = find(this, '[data-chosen]');
    list.hidden = choice.size === 0;
    list.replaceChildren(
      ...[...choice].map(([facet, value]) => {
        const label = this.#labels.get(`${facet}:${value}`) ?? value;
        return item(label, address(toggle(choice, facet, value)), facet);
      }),
      ...(choice.size > 1 ? [item(this.dataset.clear ?? '', address(new Map()))] : []),
    );
  }

  #say(text = ''): void {
    setText(find(this, '[data-status]'), text);
  }
}

/** A relative address that keeps the page; without a choice it is the page itself. */
function address(choice: Choice): string {
  return writeChoice(choice) || '?';
}

const item = (text: string, href: string, facet?: string): HTMLLIElement =>
  element('li', {}, element('a', { href, 'data-facet': facet }, text));

/** Set a text if it differs, so that screen readers don't announce the same one again. */
function setText(place: HTMLElement, text: string): void {
  if (place.textContent.trim() !== text) place.textContent = text;
}
