import { isOwnPage, pagesPerBook } from '../../format/routing.ts';
import { rescaling } from '../../query/rank/rescale.ts';
import type { EngineHit } from '../engine.ts';
import type { EnglishIndex, WordSearch } from '../opened.ts';
import { inBoth, type Candidates } from './routing.ts';
import type { ShelfBooks } from './shelf-books.ts';

/** Which handbooks are asked for a word, with how many of their pages have it. */
export type BooksForWord = (beginning: string) => Promise<Candidates>;

/** The English of all handbooks of a shelf as one search. */
export class ShelfWords implements WordSearch {
  readonly #books: ShelfBooks;
  readonly #booksFor: BooksForWord;

  constructor(books: ShelfBooks, booksFor: BooksForWord) {
    this.#books = books;
    this.#booksFor = booksFor;
  }

  async search(words: string): Promise<EngineHit[]> {
    const rows = await Promise.all(words.split(' ').map((word) => this.#booksFor(word)));
    const [first = new Map<number, number>(), ...others] = rows;
    const books = [...others.reduce(inBoth, first).keys()].sort((a, b) => a - b);
    const all = {
      pages: this.#books.size('en'),
      having: rows.map((row) => [...row.values()].reduce((sum, pages) => sum + pages, 0)),
    };
    const answers = await Promise.all(
      books.map(async (book) => {
        const hits = await this.#books.ask(book, 'en', ({ search }) => searchIn(search, words));
        const own = {
          pages: this.#books.all[book]?.pages.en ?? 0,
          having: rows.map((row) => row.get(book) ?? 0),
        };
        const scale = rescaling(own, all);
        return (hits ?? [])
          .filter(({ page, score }) => isOwnPage(page) && Number.isFinite(score))
          .map(({ page, score }) => ({ page: book * pagesPerBook + page, score: score * scale }));
      }),
    );
    return answers.flat().sort((a, b) => b.score - a.score);
  }
}

/** A handbook's own search; where the browser can't run its engine, the pages that have every word. */
async function searchIn(search: EnglishIndex['search'], words: string): Promise<EngineHit[]> {
  if (!('phrase' in search)) return await search.search(words);
  const pages = await Promise.all(words.split(' ').map((word) => search.phrase(word)));
  const [first = new Map<number, number>(), ...others] = pages;
  return [...first.keys()]
    .filter((page) => others.every((each) => each.has(page)))
    .map((page) => ({ page, score: 1 }));
}
