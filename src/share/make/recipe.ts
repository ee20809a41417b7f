import type { BookLanguage } from '../../schemas/book.ts';
import type { EpubBook } from '../book/epub-book.ts';
import type { CardCharacters } from '../card/card-png.ts';
import type { CardText } from '../card/card.ts';
import type { PdfBook } from '../pdf/book-model.ts';
import type { DeckFacts } from '../slides/mend-package.ts';
import type { Slide } from '../slides/slide.ts';

/** What a file is made from; what takes long to make is left to the workers. */
export type Recipe =
  | { make: 'text'; content: string }
  | { make: 'qr'; text: string }
  | { make: 'card'; text: CardText; language?: BookLanguage }
  | { make: 'pptx'; slides: Slide[]; title: string; facts?: DeckFacts }
  | { make: 'epub'; book: EpubBook }
  | { make: 'pdf'; book: PdfBook };

/** A file of the built site. */
export interface Product {
  /** Path in the built site, with slashes. */
  path: string;
  recipe: Recipe;
}

/** What a worker is told. */
export interface Task {
  recipe: Recipe;
  /** The characters that it opens the cards' typefaces for. */
  cards: CardCharacters;
}

/** What a worker sends back for a product. */
export interface Made {
  bytes?: Uint8Array;
  error?: string;
  /** Bytes of memory that it has. */
  memory: number;
}
