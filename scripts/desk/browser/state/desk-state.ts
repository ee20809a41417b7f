import { deskMessages, type DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import type { Language } from '../../../../src/i18n/languages.ts';
import type { Action, DeskChange, DeskFinding, FindingState } from '../../protocol/model.ts';
import { ask, DeskFault } from '../kit/api.ts';
import type { Store } from './store.ts';

/** Milliseconds before the server is asked again after a failure. */
const retryPauseMs = 2000;
/** Milliseconds between two checks whether an action is done. */
const busyPauseMs = 100;

/** Carries out actions for the window: asks the server, shows what changed, and announces it. */
export class DeskState {
  readonly store: Store;
  readonly lang: Language;
  readonly words: DeskMessages;
  readonly #say: (text: string) => void;
  /** Called whenever an action is done. */
  onIdle: () => void = () => undefined;
  #busy = false;

  constructor(store: Store, lang: Language, say: (text: string) => void) {
    this.store = store;
    this.lang = lang;
    this.words = deskMessages[lang];
    this.#say = say;
  }

  get isBusy(): boolean {
    return this.#busy;
  }

  /** Announce something to the editor. */
  say(text: string): void {
    this.#say(text);
  }

  /** Say why something can't be done. If the book has changed elsewhere, show it as it is now. */
  async explain(error: unknown): Promise<void> {
    if (!(error instanceof DeskFault)) throw error;
    this.#say(this.words.faults[error.fault]);
    if (error.fault === 'stale') await this.catchUp();
  }

  /** @returns whether it was done */
  async act(action: Action, label: string): Promise<boolean> {
    return this.#change(
      () => ask<DeskChange>('act', { version: this.store.view.version, action }),
      this.words.doneAs(label),
    );
  }

  /** Undo the last action, or do the last undone one again. */
  async move(direction: 'undo' | 'redo'): Promise<void> {
    await this.#change(
      () => ask<DeskChange>(direction, { version: this.store.view.version }),
      direction === 'undo' ? this.words.undone : this.words.redone,
    );
  }

  /** Remember whether findings are settled. */
  async settle(findings: readonly DeskFinding[], state: FindingState): Promise<void> {
    await this.#change(() => ask<DeskChange>('settle', { keys: findings.map(({ key }) => key), state }), '');
  }

  /**
   * Ask for what a dialog shows. Keys wait until it is there. If that fails, the failure is announced and the result is
   * `undefined`.
   */
  async load<T>(path: string, message: object = {}): Promise<T | undefined> {
    let value: T | undefined;
    await this.#busily(async () => {
      value = await ask<T>(path, message);
    });
    return value;
  }

  /** Show a change that came with an answer. */
  take(change: DeskChange): void {
    if (change.since === this.store.view.version || change.texts) this.store.take(change);
  }

  /** Show the book as it is now. */
  async catchUp(): Promise<void> {
    const change = await ask<DeskChange | null>('changes', { since: this.store.view.version, wait: 0 });
    if (change) this.take(change);
  }

  /** Show what changes elsewhere: in another window, or in a file that is edited by hand. */
  async follow(): Promise<never> {
    for (;;) {
      const since = this.store.view.version;
      try {
        const change = await ask<DeskChange | null>('changes', { since });
        if (change && !this.#busy && change.since === this.store.view.version) {
          this.take(change);
          this.#say(this.words.changedElsewhere);
        }
      } catch (error) {
        if (error instanceof DeskFault && error.fault !== 'offline')
          this.#say(this.words.faults[error.fault]);
        await new Promise((resolve) => setTimeout(resolve, retryPauseMs));
      }
      if (this.#busy) await new Promise((resolve) => setTimeout(resolve, busyPauseMs));
    }
  }

  async #change(make: () => Promise<DeskChange>, done: string): Promise<boolean> {
    return this.#busily(async () => {
      this.take(await make());
      if (done !== '') this.#say(done);
    });
  }

  /** @returns whether it was done */
  async #busily(work: () => Promise<void>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    document.body.setAttribute('aria-busy', 'true');
    try {
      await work();
      return true;
    } catch (error) {
      await this.explain(error);
      return false;
    } finally {
      this.#busy = false;
      document.body.removeAttribute('aria-busy');
      this.onIdle();
    }
  }
}
