/** Keystrokes that follow within this many milliseconds are taken together. */
const typingPauseMs = 60;

/** Takes what is typed: at once after a pause; in quick typing only the last keystroke. */
export class Typing {
  readonly #take: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAt = -Infinity;

  constructor(take: () => void) {
    this.#take = take;
  }

  /** Note a keystroke. */
  keystroke(): void {
    this.cancel();
    const now = performance.now();
    const pause = now - this.#lastAt;
    this.#lastAt = now;
    if (pause > typingPauseMs) this.#take();
    else this.#timer = setTimeout(this.#take, typingPauseMs);
  }

  /** Don't take the last keystroke any more. */
  cancel(): void {
    clearTimeout(this.#timer);
  }
}
