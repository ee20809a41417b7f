import { isShelfHead } from '../../format/guards.ts';
import type { IndexLanguage } from '../../format/files.ts';
import { pagesPerBook, type LeftOut, type ListedBook } from '../../format/routing.ts';
import type { SearchRecord } from '../../format/records.ts';
import { shelfFormat } from '../../format/summary.ts';
import { DamagedFileError, fetchJson, rememberByKey, UnreachableError } from '../files.ts';
import { openChinese, openEnglish } from '../open-index.ts';
import type { ChineseIndex, EnglishIndex, FileIndex } from '../opened.ts';

/** Milliseconds that a handbook has to answer. */
const maxWaitMs = 10_000;
/** Milliseconds before a handbook that did not answer is asked again. */
const pause = 30_000;
/** How many handbooks are asked at once. */
const atOnce = 8;

/** Lets this many tasks run at once; the others wait for their turn. */
function gate(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

const inTime = async <T>(task: Promise<T>, url: string): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new UnreachableError(`${url} did not answer in time.`));
    }, maxWaitMs);
  });
  return await Promise.race([task, late]).finally(() => {
    clearTimeout(timer);
  });
};

interface Opened {
  zh: ChineseIndex & FileIndex;
  en: EnglishIndex & FileIndex;
}

/** The handbooks of a shelf: opens their indexes, each once, and knows who is left out and why. */
export class ShelfBooks {
  readonly all: readonly ListedBook[];
  readonly #turn = gate(atOnce);
  /**
   * Handbooks that were built anew since the shelf was made. The shelf's tables don't hold for them, so they
   * are always asked.
   */
  readonly #changed = new Set<number>();
  /** Handbooks whose index of a language is open. */
  readonly #open = { zh: new Set<number>(), en: new Set<number>() };
  readonly #leftOut = new Map<number, { why: LeftOut; until: number }>();
  readonly #chinese: (book: number) => Promise<Opened['zh']>;
  readonly #english: (book: number) => Promise<Opened['en']>;
  readonly #checked: (book: number) => Promise<void>;

  constructor(all: readonly ListedBook[]) {
    this.all = all;
    for (const [book, { leftOut, summary }] of all.entries()) {
      if (leftOut === undefined) continue;
      // One that could not be reached may have come back; one of a former format may have been built anew.
      this.#changed.add(book);
      if (summary === undefined) this.#leftOut.set(book, { why: leftOut, until: 0 });
    }
    const open = async <Language extends IndexLanguage>(
      book: number,
      language: Language,
      openIndex: (folder: string, name: string) => Promise<Opened[Language]>,
    ): Promise<Opened[Language]> => {
      const url = this.#folder(book, language);
      const index = await inTime(openIndex(url, 'index.json'), url);
      if (index.head.summary === undefined)
        throw new DamagedFileError(`${url} is of a format that a shelf can't read.`);
      this.#open[language].add(book);
      this.#compare(book, index.head.summary);
      return index;
    };
    this.#chinese = rememberByKey((book) => open(book, 'zh', openChinese));
    this.#english = rememberByKey((book) => open(book, 'en', openEnglish));
    this.#checked = rememberByKey((book) => this.#check(book));
  }

  #folder(book: number, language: IndexLanguage | 'shelf'): string {
    return `${this.all[book]?.address ?? ''}pagefind/${language}/`;
  }

  #compare(book: number, summary: string): void {
    if (summary !== this.all[book]?.summary) this.#changed.add(book);
  }

  /** Which handbooks the shelf can't tell what they hold, and that may answer. */
  get changed(): number[] {
    return [...this.#changed].filter((book) => this.#mayAsk(book));
  }

  /** Who is left out, and why. */
  get leftOut(): { book: ListedBook; why: LeftOut }[] {
    return [...this.#leftOut].flatMap(([position, { why }]) => {
      const book = this.all[position];
      return book ? [{ book, why }] : [];
    });
  }

  #mayAsk(book: number): boolean {
    return (this.#leftOut.get(book)?.until ?? 0) <= Date.now();
  }

  /** Handbooks whose index of a language is open, in the order of the shelf. */
  openIn(language: IndexLanguage): number[] {
    return [...this.#open[language]].sort((a, b) => a - b);
  }

  /** Number of pages of a language on the whole shelf. */
  size(language: IndexLanguage): number {
    return this.all.reduce((sum, { pages }) => sum + pages[language], 0);
  }

  /** Ask a handbook; `undefined` if it does not answer. Then it is left out for a while. */
  async ask<T, Language extends IndexLanguage>(
    book: number,
    language: Language,
    question: (index: Opened[Language]) => Promise<T>,
  ): Promise<T | undefined> {
    return await this.#trying(book, async () => {
      const open = language === 'zh' ? this.#chinese : this.#english;
      const index = (await open(book)) as Opened[Language];
      return await inTime(question(index), this.#folder(book, language));
    });
  }

  async #trying<T>(book: number, task: () => Promise<T>): Promise<T | undefined> {
    if (!this.#mayAsk(book)) return undefined;
    return await this.#turn(async () => {
      try {
        const result = await task();
        this.#leftOut.delete(book);
        return result;
      } catch (reason) {
        // Whatever is wrong with one handbook's files, the others answer.
        const why = reason instanceof UnreachableError ? 'unreachable' : 'format';
        this.#leftOut.set(book, { why, until: Date.now() + pause });
        return undefined;
      }
    });
  }

  async #check(book: number): Promise<void> {
    const url = `${this.#folder(book, 'shelf')}head.json`;
    const head = await inTime(fetchJson(url, isShelfHead), url);
    if (head.format !== shelfFormat) throw new DamagedFileError(`${url} is of another format.`);
    this.#compare(book, head.summary);
  }

  /**
   * Compare every handbook that was not asked with the shelf's tables. One in the shelf's own folder changes
   * together with them.
   *
   * @returns Whether the shelf's tables don't hold for one of them.
   */
  async check(): Promise<boolean> {
    const before = this.#changed.size;
    const others = this.all.flatMap(({ address }, book) =>
      this.#open.zh.has(book) || this.#open.en.has(book) || !/^https?:/.test(address) ? [] : [book],
    );
    await Promise.all(others.map((book) => this.#trying(book, () => this.#checked(book))));
    return this.#changed.size > before;
  }

  /** A record as one of the shelf. Records are taken over once, when their index is opened. */
  adopt(book: number, record: SearchRecord): SearchRecord {
    if (record.facets.book === undefined) {
      record.facets.book = [this.all[book]?.id ?? ''];
      record.page += book * pagesPerBook;
    }
    return record;
  }
}
