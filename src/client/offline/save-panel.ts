import { offline } from '../../i18n/offline.ts';
import { OtherEditionError } from '../../offline/take-files.ts';
import type { FileList } from '../../offline/file-list.ts';
import { element } from '../kit/element.ts';
import { pageEdition, pageLanguage } from '../kit/page-language.ts';
import { activateEdition, activateNewest } from './newest-worker.ts';
import { registerWorker } from './register-worker.ts';
import css from './save-panel.css?inline';
import { SavedBook, type SavedPart } from './saved-book.ts';

/** Whether a browser can keep pages at all: not without encryption, nor in some private windows. */
const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis && pageEdition() !== '';

/** Whether the browser refuses storage, as in a private window or if cookies are blocked. A failure of the network is a TypeError instead. */
const isRefused = (reason: unknown): boolean => reason instanceof DOMException && !isFull(reason);

/** Whether a failure means that there is no room left. */
const isFull = (reason: unknown): boolean =>
  reason instanceof DOMException && reason.name === 'QuotaExceededError';

/** The panel that saves the book: its size, a button for each step, the progress, and what went wrong. */
class SavePanel {
  readonly #t = offline[pageLanguage()];
  readonly #book = new SavedBook(pageLanguage(), pageEdition());
  readonly #size = element('p');
  readonly #status = element('p', { role: 'status' });
  readonly #bar = element('progress', { max: 1, value: 0, 'aria-label': this.#t.progress, hidden: true });
  readonly #buttons = element('p', { class: 'buttons' });

  constructor(root: HTMLElement) {
    root.classList.add('save-panel');
    root.replaceChildren(element('p', {}, this.#t.what), this.#size, this.#bar, this.#status, this.#buttons);
  }

  /** Show how much of the book is saved here. */
  async show(): Promise<void> {
    if (!canKeep()) {
      this.#say(this.#t.unable);
      return;
    }
    try {
      const list = await this.#book.list();
      this.#offer(list, await this.#book.savedPart(list));
    } catch (reason) {
      this.#sayWhy(reason);
    }
  }

  /** Say why nothing can be saved now, with what helps. */
  #sayWhy(reason: unknown): void {
    this.#buttons.replaceChildren();
    this.#show(0, false);
    if (isRefused(reason)) this.#say(this.#t.unable);
    else if (reason instanceof OtherEditionError)
      this.#refuse(this.#t.changed, this.#t.reload, () => void this.#reload());
    else this.#refuse(this.#t.unreachable, this.#t.again, () => void this.show());
  }

  #refuse(text: string, name: string, act: () => void): void {
    this.#say(text);
    this.#buttons.replaceChildren(this.#button(name, act));
  }

  #offer(list: FileList, saved: SavedPart, text?: string): void {
    const { state, size, here, toCome } = saved;
    const part = size === 0 ? 1 : here / size;
    this.#size.textContent = state === 'saved' ? this.#t.takes(size) : this.#t.size(size, toCome);
    this.#show(part, state === 'begun' || state === 'gone');
    const says = { new: '', begun: this.#t.paused(part), saved: this.#t.saved, gone: this.#t.gone(part) };
    this.#say(text ?? says[state]);
    const save = this.#button(state === 'new' ? this.#t.start : this.#t.goOn, () => void this.#save(list));
    const remove = this.#button(this.#t.remove, () => void this.#remove(list));
    this.#buttons.replaceChildren(...(state === 'saved' ? [] : [save]), ...(state === 'new' ? [] : [remove]));
  }

  /** Reload this page from the new edition. The former edition's worker would answer with the page that it keeps. */
  async #reload(): Promise<void> {
    this.#buttons.replaceChildren();
    this.#say(this.#t.changing);
    await registerWorker()
      .then(activateNewest)
      .catch(() => undefined);
    location.reload();
  }

  async #save(list: FileList): Promise<void> {
    const running = new AbortController();
    const pause = this.#button(this.#t.pause, () => {
      running.abort();
    });
    this.#buttons.replaceChildren(pause);
    pause.focus();
    try {
      // Only a worker of this edition answers with what is saved.
      await activateEdition(list.edition, await registerWorker());
      await this.#take(list, running);
    } catch (reason) {
      this.#sayWhy(reason);
    }
  }

  async #take(list: FileList, running: AbortController): Promise<void> {
    const { size, here, state } = await this.#book.savedPart(list);
    const left = size - here;
    const room = await this.#room();
    if (room !== undefined && room < left) {
      this.#offer(
        list,
        { ...(await this.#book.savedPart(list)), state: state === 'new' ? 'begun' : state },
        this.#t.full(left - room),
      );
      return;
    }
    let done = here;
    const taken = (bytes: number) => {
      // What was on its way when saving ended hides no word of why it did.
      if (running.signal.aborted) return;
      done += bytes;
      this.#show(done / size, true);
      this.#say(this.#t.saving(Math.min(done / size, 0.99)));
    };
    taken(0);
    const failure = await this.#book.save(list, running.signal, taken).then(
      () => undefined,
      (reason: unknown) => ({ reason }),
    );
    running.abort();
    if (failure?.reason instanceof OtherEditionError) throw failure.reason;
    const saved = await this.#book.savedPart(list);
    this.#offer(list, saved, failure && this.#explain(failure.reason, saved));
    this.#buttons.querySelector('button')?.focus();
  }

  /** What went wrong, in words; nothing if the reader stopped it. */
  #explain(reason: unknown, { here, size }: SavedPart): string | undefined {
    if (isFull(reason)) return this.#t.fullNow(here / size);
    return reason instanceof DOMException && reason.name === 'AbortError'
      ? undefined
      : this.#t.broken(here / size);
  }

  /** Bytes that the site may still store; `undefined` if the browser gives no figure. */
  async #room(): Promise<number | undefined> {
    const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
    return quota === undefined || usage === undefined ? undefined : quota - usage;
  }

  async #remove(list: FileList): Promise<void> {
    try {
      await this.#book.remove(list);
      this.#offer(list, await this.#book.savedPart(list), this.#t.removed);
    } catch (reason) {
      this.#sayWhy(reason);
    }
    this.#buttons.querySelector('button')?.focus();
  }

  #button(name: string, act: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button' }, name);
    button.addEventListener('click', act);
    return button;
  }

  #show(part: number, visible: boolean): void {
    this.#bar.value = part;
    this.#bar.hidden = !visible;
  }

  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

/** Fill an element with the panel that saves the book. */
export function savePanel(root: HTMLElement): void {
  document.head.append(element('style', {}, css));
  void new SavePanel(root).show();
}
