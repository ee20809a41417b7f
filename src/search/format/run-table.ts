import { mixed } from './token-hash.ts';

/**
 * Which handbooks of a shelf can hold a run of characters: rows of bits, a bit a handbook. A run has some rows in
 * one chunk; a handbook that has the run has its bit in all of these, one that hasn't has it there by chance.
 */
export interface RunTable {
  /** Folder of the chunks, `<position>.bin`. */
  folder: string;
  /** How many chunks there are. */
  count: number;
  /** Rows of a chunk. */
  rows: number;
  /** Handbooks whose summaries tell of no runs; older versions made them. */
  unknown: number[];
}

/** Rows of a run. */
const rowsPerRun = 4;

/** Bytes of a row. */
export const rowWidth = (books: number): number => Math.ceil(books / 8);

/** Where a run's bits are. */
export function placesOf(
  hash: number,
  { count, rows }: Pick<RunTable, 'count' | 'rows'>,
): { chunk: number; rows: number[] } {
  return {
    chunk: mixed(hash) % count,
    rows: Array.from({ length: rowsPerRun }, (_, at) => mixed(hash + Math.imul(at + 1, 0x9e3779b9)) % rows),
  };
}

/** The handbooks that have their bits in all of these rows of a chunk. */
export function booksInRows(chunk: Uint8Array, rows: readonly number[], books: number): number[] {
  const width = rowWidth(books);
  return Array.from({ length: books }, (_, book) => book).filter((book) =>
    rows.every((row) => ((chunk[row * width + (book >> 3)] ?? 0) & (1 << (book & 7))) !== 0),
  );
}
