/**
 * Results of steps by their input, in this run or the one before. So a run after a small change repeats only
 * the affected steps. Results that neither run asked for are forgotten.
 */
export class Memo {
  #before = new Map<string, unknown>();
  #now = new Map<string, unknown>();

  /** A new run begins. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** @param key names everything that the value depends on; a function if it is long to put together */
  keep<T>(step: string, key: string | (() => string), make: () => T): T {
    const name = `${step}\0${typeof key === 'string' ? key : key()}`;
    const kept = this.#now.has(name) ? this.#now : this.#before;
    const value = kept.has(name) ? (kept.get(name) as T) : make();
    this.#now.set(name, value);
    return value;
  }
}

/** Keeps nothing: for a run that no other follows, whose results would take several times the memory of its book. */
export class NoMemo extends Memo {
  override keep<T>(_step: string, _key: string | (() => string), make: () => T): T {
    return make();
  }
}
