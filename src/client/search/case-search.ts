/** Search on the case page: while something is searched for, its results stand in place of the library. */
class CaseSearch extends HTMLElement {
  connectedCallback(): void {
    if (this.matches(':focus-within')) void this.#start();
    else this.addEventListener('focusin', () => void this.#start(), { once: true });
  }

  async #start(): Promise<void> {
    const { SearchPanel } = await import('./panel.ts');
    const panel = new SearchPanel(this, {
      scope: { type: 'case' },
      changed: ({ typed }) => {
        const library = document.querySelector<HTMLElement>('case-library');
        if (library) library.hidden = typed.trim() !== '';
      },
    });
    // What was typed while the panel was on its way.
    if (panel.input.value !== '') panel.searchFor(panel.input.value);
  }
}

customElements.define('case-search', CaseSearch);
