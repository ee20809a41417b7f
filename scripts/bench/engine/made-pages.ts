import { seededRandom } from '../../../samples/random.ts';
import type { SearchEntry } from '../../../src/search/build/entry.ts';
import { toDocument, type EngineDocument } from '../../../src/search/load/document.ts';
import { madeCorpus } from '../search/corpus.ts';

/** Pages of each made handbook. */
export const pagesPerBook = 2500;
/** Handbooks that are written; the others are put together from their paragraphs, under titles of two of theirs. */
const written = 8;

export const bookName = (book: number): string => `made-${String(book + 1)}`;

/** Names of the handbooks of so many pages. */
export const bookNames = (pages: number): string[] =>
  Array.from({ length: Math.ceil(pages / pagesPerBook) }, (_, book) => bookName(book));

/** Pages of one made handbook; the same for the same numbers. */
export class MadePages {
  readonly #from: readonly SearchEntry[];
  readonly #models: SearchEntry[][] = [];

  /** @param from the edition that they read like */
  constructor(from: readonly SearchEntry[]) {
    this.#from = from;
  }

  #model(book: number): SearchEntry[] {
    return (this.#models[book] ??= madeCorpus(pagesPerBook, this.#from, book));
  }

  book(book: number, pages = pagesPerBook): SearchEntry[] {
    if (book < written) return this.#model(book).slice(0, pages);
    const random = seededRandom(book);
    const pick = (): SearchEntry => random.pick(this.#model(random.below(written)));
    return this.#model(book % written)
      .slice(0, pages)
      .map((page): SearchEntry => {
        const [first, second] = [pick(), pick()];
        return {
          ...page,
          title: { zh: first.title.zh.slice(0, 6) + second.title.zh.slice(-6) },
          keywords: first.keywords ?? { zh: [], en: [] },
          blocks: page.blocks.map(([id]) => [id, random.pick(pick().blocks)[1]] as const),
        };
      });
  }

  /** Pages of all handbooks as the engine keeps them, a handbook at a time. */
  *documents(pages: number): Generator<EngineDocument> {
    for (let book = 0; book * pagesPerBook < pages; book += 1)
      for (const [order, entry] of this.book(
        book,
        Math.min(pagesPerBook, pages - book * pagesPerBook),
      ).entries())
        yield toDocument(entry, bookName(book), order);
  }
}
