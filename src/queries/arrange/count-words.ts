/** Words of an English text; a figure with its signs is one. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’\-/%.,]*/gu)?.length ?? 0;
