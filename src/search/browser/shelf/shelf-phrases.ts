import type { Block } from '../../format/block.ts';
import type { Pages, PhraseIndex } from '../../format/phrase-index.ts';
import { isOwnPage, pagesPerBook } from '../../format/routing.ts';
import type { ChineseIndex } from '../opened.ts';
import { inBoth, type Candidates } from './routing.ts';
import type { ShelfBooks } from './shelf-books.ts';

/** Any handbook may answer a guess at what was meant, so a guess goes to this many of the likeliest. */
const maxGuessedBooks = 24;

/** Which handbooks are asked for a phrase. */
export type BooksFor = (phrase: string) => Promise<Candidates>;

/** Positions of candidates, the likeliest first. */
export const likeliest = (candidates: Candidates): number[] =>
  [...candidates].sort(([a, pages], [b, others]) => others - pages || a - b).map(([book]) => book);

/**
 * All handbooks of a shelf as one index. Only those that can answer are asked. Pages are numbered through the
 * shelf.
 */
export class ShelfPhrases implements PhraseIndex {
  readonly #books: ShelfBooks;
  readonly #booksFor: BooksFor;
  readonly #known = new Map<string, Promise<Pages>>();
  /** Titles and keywords are in the handbooks' own indexes, most of which aren't opened. */
  readonly vocabulary: readonly string[] = [];

  constructor(books: ShelfBooks, booksFor: BooksFor) {
    this.#books = books;
    this.#booksFor = booksFor;
  }

  get size(): number {
    return this.#books.size('zh');
  }

  async #unite(books: readonly number[], question: (index: ChineseIndex) => Promise<Pages>): Promise<Pages> {
    const united: Pages = new Map();
    const answers = await Promise.all(books.map((book) => this.#books.ask(book, 'zh', question)));
    for (const [at, pages] of answers.entries())
      for (const [page, place] of pages ?? [])
        if (isOwnPage(page)) united.set((books[at] ?? 0) * pagesPerBook + page, place);
    return united;
  }

  async phrase(text: string): Promise<Pages> {
    let pages = this.#known.get(text);
    if (!pages) {
      pages = this.#booksFor(text).then((candidates) =>
        this.#unite(
          [...candidates.keys()].sort((a, b) => a - b),
          ({ phrases }) => phrases.phrase(text),
        ),
      );
      this.#known.set(text, pages);
      pages.catch(() => this.#known.delete(text));
    }
    return await pages;
  }

  async apart(sides: readonly [before: string, after: string], between: number): Promise<Pages> {
    const [before, after] = await Promise.all(sides.map((side) => this.#booksFor(side)));
    const books = likeliest(inBoth(before ?? new Map(), after ?? new Map())).slice(0, maxGuessedBooks);
    return await this.#unite(books, ({ phrases }) => phrases.apart(sides, between));
  }

  async scattered(text: string): Promise<Pages> {
    const [first = new Map<number, number>(), ...others] = await Promise.all(
      [...new Set(text)].map((character) => this.#booksFor(character)),
    );
    const books = [...others.reduce(inBoth, first).keys()].sort((a, b) => a - b);
    // As a large site does, a large shelf leaves this out: it would have to ask nearly every handbook.
    return books.length > maxGuessedBooks
      ? new Map()
      : await this.#unite(books, ({ phrases }) => phrases.scattered(text));
  }

  async text(page: number): Promise<readonly Block[]> {
    const book = Math.floor(page / pagesPerBook);
    return (await this.#books.ask(book, 'zh', ({ phrases }) => phrases.text(page % pagesPerBook))) ?? [];
  }
}
