/** Options for a file of a book in several files. */
export interface MarkdownContext {
  /** The bytes of a picture that the book has; `undefined` for others. */
  picture(url: string): Uint8Array | undefined;
  /** Pictures kept so far. */
  pictures: Map<string, Uint8Array>;
  /** Numbers of the book's notes so far. */
  notes: Map<string, number>;
  /** Prefix that keeps this file's notes apart from those of others. */
  path: string;
}
