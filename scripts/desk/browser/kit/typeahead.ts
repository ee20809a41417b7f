/** Most keys that are kept; more than that come from something lying on the keyboard. */
const mostKept = 60;

/**
 * Keep the keys that are pressed while an action is carried out, and give them to the desk when it is done: a fast hand
 * never acts on lines that are about to change.
 */
export class Typeahead {
  readonly #isBusy: () => boolean;
  readonly #kept: { target: EventTarget; event: KeyboardEvent }[] = [];
  #replaying = false;

  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
    document.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || !event.target || (!isBusy() && this.#kept.length === 0)) return;
        event.preventDefault();
        event.stopPropagation();
        if (this.#kept.length < mostKept) this.#kept.push({ target: event.target, event });
        document.body.dataset['keysWait'] = '';
      },
      { capture: true },
    );
  }

  /** Replay what was kept, up to the next key that makes the desk busy. */
  async replay(): Promise<void> {
    if (this.#replaying) return;
    this.#replaying = true;
    while (!this.#isBusy()) {
      // Keys that were meant for the desk don't count in a window that has opened over it.
      if (document.querySelector('dialog[open]')) this.#kept.length = 0;
      const next = this.#kept.shift();
      if (!next) break;
      const { target, event } = next;
      const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
      // A window may have opened meanwhile, or what had the focus is gone.
      const place = document.activeElement ?? (target as Element);
      place.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          code,
          shiftKey,
          ctrlKey,
          altKey,
          metaKey,
          bubbles: true,
          cancelable: true,
        }),
      );
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#replaying = false;
    if (this.#kept.length === 0) Reflect.deleteProperty(document.body.dataset, 'keysWait');
  }
}
