import { find } from '../kit/find.ts';

/** Search on the case page: while something is searched for, its results take the place of the library. */
export class CaseSearch extends HTMLElement {
  /** Whether an input method is composing: what is in the box is no text yet. */
  #composing = false;

  connectedCallback(): void {
    this.addEventListener('compositionstart', () => {
      this.#composing = true;
    });
    this.addEventListener('compositionend', () => {
      this.#composing = false;
    });
    if (this.matches(':focus-within')) void this.#start();
    else this.addEventListener('focusin', () => void this.#start(), { once: true });
  }

  async #start(): Promise<void> {
    const { SearchPanel } = await import('./panel.ts');
    const panel = new SearchPanel(this, {
      scope: { type: 'case' },
      changed: ({ typed }) => {
        find(document, 'case-library').hidden = typed.trim() !== '';
      },
    });
    // What was typed while the panel was on its way. The end of a composition is still to come, and the panel hears it.
    if (panel.input.value !== '' && !this.#composing) panel.searchFor(panel.input.value);
  }
}
