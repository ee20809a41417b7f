/** Keys that are kept. More come from something lying on the keyboard. */
const maxKept = 60;

/**
 * Keeps the keys that are pressed while an action is carried out, and replays them when it is done, so that a fast editor never acts
 * on lines that are about to change.
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
        if (this.#kept.length < maxKept) this.#kept.push({ target: event.target, event });
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
      // Keys that were meant for the desk don't count in a dialog that has opened.
      if (document.querySelector('dialog[open]')) this.#kept.length = 0;
      const next = this.#kept.shift();
      if (!next) break;
      const { target, event } = next;
      const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
      // What had the focus may be gone.
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
