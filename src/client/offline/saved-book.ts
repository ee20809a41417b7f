import { asset } from '../../i18n/links.ts';
import type { Language } from '../../i18n/languages.ts';
import { isText } from '../../lib/guards.ts';
import { cacheName, heldBy } from '../../offline/caches.ts';
import {
  isFileList,
  listPath,
  offlinePage,
  readHere,
  type FileList,
  type ListedFile,
} from '../../offline/file-list.ts';
import { OtherEditionError, takeFiles } from '../../offline/take-files.ts';
import { kept } from '../kit/kept.ts';

/** For each language, whether saving was begun or done. What is still there is read from the caches. */
const progress = kept('offline', (stored): Record<string, string> =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(
        Object.entries(stored).filter((entry): entry is [string, string] => isText(entry[1])),
      )
    : {},
);

/** How much of a book is on this device. */
export interface SavedPart {
  /** Bytes of all files. */
  size: number;
  /** Bytes that are on this device. */
  here: number;
  /** Bytes still to come, as they are sent. */
  toCome: number;
  /** `gone`: saving was done, and the browser has cleared some of it since. */
  state: 'new' | 'begun' | 'saved' | 'gone';
}

const sum = (files: readonly ListedFile[], column: 1 | 2): number =>
  files.reduce((total, file) => total + file[column], 0);

/** The whole book in one language as this device has it, of the page's own edition. */
export class SavedBook {
  readonly #scope = new URL(asset(''), location.href).href;
  readonly #language: Language;
  readonly #edition: string;

  constructor(language: Language, edition: string) {
    this.#language = language;
    this.#edition = edition;
  }

  get #cacheName(): string {
    return cacheName(this.#scope, this.#edition);
  }

  get #address(): string {
    return this.#scope + listPath(this.#language);
  }

  /**
   * The list of the book's files, as saved or else from the site.
   *
   * @throws OtherEditionError if the site has a newer list; TypeError if it does not arrive
   */
  async list(): Promise<FileList> {
    const cache = await caches.open(this.#cacheName);
    const response =
      (await cache.match(this.#address)) ?? (await fetch(this.#address, { cache: 'no-cache' }));
    const list: unknown = response.ok ? await response.json() : undefined;
    if (!isFileList(list)) throw new TypeError(`${this.#address} did not arrive.`);
    if (list.edition !== this.#edition)
      throw new OtherEditionError(`${this.#address} is of another edition.`);
    return list;
  }

  async savedPart(list: FileList): Promise<SavedPart> {
    const cache = await caches.open(this.#cacheName);
    const held = await heldBy(cache);
    const files = readHere(list.files);
    const left = files.filter(([path]) => !held.has(this.#scope + path));
    const size = sum(files, 1);
    const wanted = progress.read()[this.#language];
    const whole = left.length === 0 && held.has(this.#address);
    const state = whole ? 'saved' : wanted === 'saved' ? 'gone' : wanted === 'begun' ? 'begun' : 'new';
    return { size, here: size - sum(left, 1), toCome: sum(left, 2), state };
  }

  /**
   * Take what isn't here yet.
   *
   * @throws What {@link takeFiles} throws.
   */
  async save(list: FileList, signal: AbortSignal, taken: (size: number) => void): Promise<void> {
    const cache = await caches.open(this.#cacheName);
    this.#note('begun');
    // A browser that refuses may clear what is saved when it needs room. Nothing waits for the answer: Firefox asks the reader, who
    // may never answer.
    navigator.storage?.persist?.().catch(() => undefined);
    await takeFiles(list, readHere(list.files), { scope: this.#scope, cache, signal, taken });
    await cache.put(this.#address, Response.json(list));
    this.#note('saved');
  }

  /** Remove the book. If it is saved in the other language as well, the files of both stay. */
  async remove(list: FileList): Promise<void> {
    const cache = await caches.open(this.#cacheName);
    await cache.delete(this.#address);
    this.#note(undefined);
    const other = await cache.match(this.#scope + listPath(this.#language === 'zh' ? 'en' : 'zh'));
    const otherList: unknown = await other?.json();
    const needed = new Set(isFileList(otherList) ? otherList.files.map(([path]) => path) : []);
    // The page that is shown without a connection stays.
    needed.add(offlinePage(this.#language));
    for (const [path] of list.files) if (!needed.has(path)) await cache.delete(this.#scope + path);
  }

  #note(state: string | undefined): void {
    progress.change((all) => {
      const others = Object.fromEntries(
        Object.entries(all).filter(([language]) => language !== this.#language),
      );
      return state === undefined ? others : { ...others, [this.#language]: state };
    });
  }
}
