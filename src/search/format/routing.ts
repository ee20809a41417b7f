import { readVarints, writeVarints } from './varints.ts';
import type { IndexLanguage } from './files.ts';
import type { RunTable } from './run-table.ts';
import { hashOf } from './token-hash.ts';

/** Pages of a shelf are numbered through: those of its second handbook begin here, those of its third at twice that. */
export const pagesPerBook = 2 ** 20;

/** Whether a number is one of a handbook's own pages. One that is past them would be a page of another handbook. */
export const isOwnPage = (page: number): boolean =>
  Number.isInteger(page) && page >= 0 && page < pagesPerBook;

/** A handbook as a shelf's search knows it. */
export interface ListedBook {
  /** Short name, unique on the shelf. */
  id: string;
  title: { zh: string; en?: string };
  /** Where its site is, with the last slash. A path if it is in the shelf's own folder. */
  address: string;
  /** Numbers of pages of its indexes; 0 for an index that it lacks. */
  pages: Record<IndexLanguage, number>;
  /** Name of the summary that the shelf knows; absent where the handbook could not be asked when the shelf was made. */
  summary?: string;
  /** Why it is left out, as the making of the shelf found it. */
  leftOut?: LeftOut;
}

/** Why a handbook is left out of a search. */
export type LeftOut = 'unreachable' | 'format';

/** A folder of chunks, `<position>.bin`, among which tokens are spread by their {@link chunkOf}. */
export interface SpreadChunks {
  folder: string;
  count: number;
}

/** `shelf/index.json`: what the search of a shelf begins with. Names are paths beside it. */
export interface RoutingHead {
  format: number;
  books: ListedBook[];
  /** Which handbooks have a character or a pair of characters. */
  pairs: SpreadChunks;
  /** Which handbooks can have a run of three characters; absent where no summary tells of any. */
  runs?: RunTable;
  /** Which handbooks have an English word. */
  words: SpreadChunks;
  /** Search tables of all handbooks together. */
  tables: string;
}

/** Version of a shelf's own files. */
export const routingFormat = 1;

/**
 * English words with the same first letters, this many, are in one chunk, so that inflections are found
 * together.
 */
export const sharedLetters = 3;

/** What an English word is spread by. */
export const beginningOf = (word: string): string => [...word].slice(0, sharedLetters).join('');

/** Stands in for all words that begin with one letter or two: `go…`. */
export const beginningToken = (letters: string): string => `${letters}…`;

/** The chunk that a token is in. */
export const chunkOf = (token: string, count: number): number => hashOf(token) % Math.max(1, count);

/** On how many pages of each handbook a token is, the handbooks by their positions on the shelf. */
export type Row = ReadonlyMap<number, number>;

export function encodeRow(row: Row): Uint8Array {
  const books = [...row].sort(([a], [b]) => a - b);
  return writeVarints([
    ...books.map(([book], at) => book - (books[at - 1]?.[0] ?? 0)),
    ...books.map(([, pages]) => pages),
  ]);
}

/** The reverse of {@link encodeRow}. */
export function decodeRow(bytes: Uint8Array): Map<number, number> {
  const numbers = readVarints(bytes);
  const half = numbers.length / 2;
  const row = new Map<number, number>();
  let book = 0;
  for (let at = 0; at < half; at += 1) row.set((book += numbers[at] ?? 0), numbers[half + at] ?? 0);
  return row;
}
