/**
 * Words of a query as part of an address. Letters and figures of any script stay as they are: a browser encodes them
 * itself, and in a page they weigh a fifth of their codes.
 */
export const queryWords = (words: string): string =>
  words.toWellFormed().replace(/[^\p{L}\p{N}]+/gu, encodeURIComponent);
