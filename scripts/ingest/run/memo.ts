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

  /** @param key names everything that the value depends on */
  keep<T>(step: string, key: string, make: () => T): T {
    const name = `${step}\0${key}`;
    const kept = this.#now.has(name) ? this.#now : this.#before;
    const value = kept.has(name) ? (kept.get(name) as T) : make();
    this.#now.set(name, value);
    return value;
  }
}
