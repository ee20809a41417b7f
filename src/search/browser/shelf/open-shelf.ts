import { isSearchTables } from '../../format/guards.ts';
import type { IndexLanguage, PageText } from '../../format/files.ts';
import { pagesPerBook, type ListedBook } from '../../format/routing.ts';
import { facetNames, type FacetLabels, type SearchRecord } from '../../format/records.ts';
import { own } from '../../../lib/own.ts';
import { englishWords, stem } from '../../query/parse/english-words.ts';
import { hasHan, parseQuery } from '../../query/parse/query.ts';
import type { KnownPages } from '../../query/rank/rank.ts';
import { fetchJson, rememberByKey, UnreachableError } from '../files.ts';
import type { ChineseIndex, EnglishIndex, Opener, OpenIndex } from '../opened.ts';
import { inBoth, openRouting, type Candidates, type Routing } from './routing.ts';
import { ShelfBooks } from './shelf-books.ts';
import { likeliest, ShelfPhrases } from './shelf-phrases.ts';
import { ShelfWords } from './shelf-words.ts';

const bookOf = (page: number): number => Math.floor(page / pagesPerBook);

/** The indexes of all handbooks of a shelf, searched as one. */
export class Shelf {
  readonly books: ShelfBooks;
  readonly #routing: Routing;
  readonly #root: string;
  readonly #tables = rememberByKey((url: string) => fetchJson(url, isSearchTables));
  /** Indexes that have answered, so that their records are known. */
  readonly #known = { zh: new Map<number, KnownPages>(), en: new Map<number, KnownPages>() };

  constructor(root: string, routing: Routing) {
    this.#root = root;
    this.#routing = routing;
    this.books = new ShelfBooks(routing.head.books);
  }

  /** The handbook that has a page. */
  bookOf = (page: number): ListedBook | undefined => this.books.all[bookOf(page)];

  /** What readers call the handbooks. */
  names(): Record<string, [zh: string, en?: string]> {
    return Object.fromEntries(
      this.books.all.map(({ id, title }) => [id, title.en === undefined ? [title.zh] : [title.zh, title.en]]),
    );
  }

  /** Records of the handbooks that are open in a language. */
  async openRecords(language: IndexLanguage): Promise<SearchRecord[]> {
    return await this.#recordsOf(this.books.openIn(language), language);
  }

  /**
   * Handbooks that can answer a query just as it was typed, the likeliest first.
   *
   * @param quickly Look up only as much as tells where to begin.
   */
  async candidates(typed: string, language: IndexLanguage, quickly = false): Promise<number[]> {
    const { parts, quoted } = parseQuery(typed);
    const phrases = [...quoted, ...parts];
    const latin = !phrases.some(hasHan) && language === 'en';
    const rows = await Promise.all(
      latin
        ? englishWords(phrases.join(' ')).map((word) => this.#routing.forWord(stem(word)))
        : phrases.map((phrase) => this.#routing.forPhrase(phrase, quickly)),
    );
    const [first = new Map<number, number>(), ...others] = rows;
    return likeliest(others.reduce(inBoth, first));
  }

  /** Opens the shelf as one index; with `only`, as much of it as these handbooks are. */
  opener(only?: readonly number[]): Opener {
    const among = (candidates: Candidates): Candidates => {
      // What the shelf doesn't know of, it asks.
      for (const book of this.books.changed) if (!candidates.has(book)) candidates.set(book, 1);
      return candidates;
    };
    const chosen = only && new Map(only.map((book) => [book, 1]));
    const forPhrase = async (phrase: string) => chosen ?? among(await this.#routing.forPhrase(phrase));
    const forWord = async (word: string) => {
      const candidates = await this.#routing.forWord(word);
      return chosen ? inBoth(candidates, chosen) : among(candidates);
    };
    const chinese: ChineseIndex = {
      ...this.#opened('zh'),
      phrases: new ShelfPhrases(this.books, forPhrase),
      tables: () => this.#tables(this.#root + this.#routing.head.tables),
    };
    const english: EnglishIndex = {
      ...this.#opened('en'),
      search: new ShelfWords(this.books, forWord),
      words: () => this.#routing.allWords(),
    };
    return ((language: IndexLanguage) => Promise.resolve(language === 'zh' ? chinese : english)) as Opener;
  }

  #opened(language: IndexLanguage): OpenIndex {
    const place = (page: number) => this.#known[language].get(bookOf(page));
    return {
      known: async () => {
        await this.#learn(language);
        return {
          record: (page) => place(page)?.record(page % pagesPerBook),
          type: (page) => place(page)?.type(page % pagesPerBook) ?? 'rule',
          fields: (page) =>
            place(page)?.fields?.(page % pagesPerBook) ?? { title: 0, keywords: [], summary: 0 },
        };
      },
      allRecords: () =>
        this.#recordsOf(
          this.books.all.flatMap(({ pages }, book) => (pages[language] > 0 ? [book] : [])),
          language,
        ),
      // A number names a rule of every handbook.
      numbered: () => Promise.resolve(undefined),
      facets: () => this.#facets(language),
      text: (page) => this.#text(language, page),
    };
  }

  /** Take over the records of every index that is open. */
  async #learn(language: IndexLanguage): Promise<void> {
    await Promise.all(
      this.books.openIn(language).map(async (book) => {
        const known = await this.books.ask(book, language, (index) => index.known());
        if (known)
          this.#known[language].set(book, {
            ...known,
            record: (page) => {
              const record = known.record(page);
              return record && this.books.adopt(book, record);
            },
          });
      }),
    );
  }

  async #recordsOf(books: readonly number[], language: IndexLanguage): Promise<SearchRecord[]> {
    const all = await Promise.all(
      books.map(async (book) => {
        const records = await this.books.ask(book, language, (index) => index.allRecords());
        return (records ?? []).map((record) => this.books.adopt(book, record));
      }),
    );
    return all.flat();
  }

  async #facets(language: IndexLanguage): Promise<FacetLabels> {
    const all = await Promise.all(
      this.books.openIn(language).map((book) => this.books.ask(book, language, (index) => index.facets())),
    );
    const merged: FacetLabels = {};
    for (const labels of all)
      for (const name of facetNames) {
        const values = labels && own(labels, name);
        if (values) merged[name] = { ...values, ...merged[name] };
      }
    return merged;
  }

  async #text(language: IndexLanguage, page: number): Promise<PageText> {
    const text = await this.books.ask(bookOf(page), language, (index) => index.text(page % pagesPerBook));
    if (!text) throw new UnreachableError(`Page ${String(page)} of the shelf did not arrive.`);
    return text;
  }
}

/**
 * Opens the shelf whose files are below `root`, once; tries again after a failure.
 *
 * @throws UnreachableError, DamagedFileError
 */
export const shelfOpener = (root: string): (() => Promise<Shelf>) => {
  const opened = rememberByKey(async (at: string) => new Shelf(at, await openRouting(at)));
  return () => opened(root);
};
