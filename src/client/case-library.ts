import {
  choose,
  countWith,
  readChoice,
  toggle,
  writeChoice,
  type Choice,
  type Listed,
} from '../lib/facet-choice.ts';

/** The case library as a filter: what is chosen stands in the address, so that it can be shared and gone back from. */
class CaseLibrary extends HTMLElement {
  #items: { element: HTMLElement; listed: Listed }[] = [];
  #links: HTMLAnchorElement[] = [];
  #labels = new Map<string, string>();

  connectedCallback(): void {
    this.#items = [...this.querySelectorAll<HTMLElement>('[data-filed]')].map((element) => ({
      element,
      listed: { id: element.dataset.id ?? '', filed: new Set(element.dataset.filed?.split(' ')) },
    }));
    this.#links = [...this.querySelectorAll<HTMLAnchorElement>('nav a[data-facet]')];
    for (const link of this.#links) {
      const { facet = '', value = '' } = link.dataset;
      const name = link.querySelector('small')?.previousSibling?.textContent ?? link.textContent;
      this.#labels.set(`${facet}:${value}`, name.trim());
    }
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"], a[data-clear]');
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
  }

  #render(): void {
    const facets = new Set(this.#links.map((link) => link.dataset.facet ?? ''));
    const choice = readChoice(location.search, [...facets]);
    const entries = this.#items.map(({ listed }) => listed);
    const shown = choose(entries, choice);
    for (const { element, listed } of this.#items) element.hidden = !shown.has(listed.id);
    for (const group of this.querySelectorAll<HTMLElement>('[data-case-group]'))
      group.hidden = group.querySelector('[data-filed]:not([hidden])') === null;
    this.#renderLinks(choice, entries);
    this.#renderStatus(choice, shown.size);
  }

  #renderLinks(choice: Choice, entries: Listed[]): void {
    for (const link of this.#links) {
      const { facet = '', value = '' } = link.dataset;
      const chosen = choice.get(facet) === value;
      const count = countWith(entries, choice, facet, value);
      link.href = address(toggle(choice, facet, value));
      if (chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      const number = link.querySelector('small')!;
      if (number.textContent !== String(count)) number.textContent = String(count);
      link.parentElement!.hidden = count === 0 && !chosen;
    }
    for (const more of this.querySelectorAll('nav details')) {
      const left = more.querySelectorAll('li:not([hidden])').length;
      (more as HTMLElement).hidden = left === 0;
      const summary = more.querySelector('summary')!;
      const text = summary.textContent.replace(/\d+/, String(left));
      if (summary.textContent !== text) summary.textContent = text;
    }
  }

  #renderStatus(choice: Choice, shown: number): void {
    const { all = '', some = '', none = '', clear = '' } = this.dataset;
    const status = this.querySelector('[data-status]')!;
    const text = choice.size === 0 ? all : shown === 0 ? none : some.replace('{shown}', String(shown));
    // What is said already isn't said again.
    if (status.textContent.trim() !== text) status.textContent = text;
    const list = this.querySelector<HTMLElement>('[data-chosen]')!;
    list.hidden = choice.size === 0;
    list.replaceChildren(
      ...[...choice].map(([facet, value]) => {
        const link = item(
          this.#labels.get(`${facet}:${value}`) ?? value,
          address(toggle(choice, facet, value)),
        );
        link.firstElementChild!.setAttribute('data-facet', facet);
        return link;
      }),
      ...(choice.size > 1 ? [item(clear, address(new Map()))] : []),
    );
  }
}

/** A relative address that keeps the page; without a choice it is the page itself. */
function address(choice: Choice): string {
  return writeChoice(choice) || '?';
}

function item(text: string, href: string): HTMLLIElement {
  const li = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  li.append(link);
  return li;
}

customElements.define('case-library', CaseLibrary);
