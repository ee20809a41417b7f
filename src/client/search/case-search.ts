import { find } from '../kit/find.ts';

/** Search on the case page. As long as something is searched for, the results replace the library. */
export class CaseSearch extends HTMLElement {
  /** Whether an input method is composing: the box has letters that become characters later. */
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
    // Search for what was typed while the panel was loaded. If a composition is still going on, the panel gets its end.
    if (panel.input.value !== '' && !this.#composing) panel.searchFor(panel.input.value);
  }
}
