/** Count the words of an English text. A figure with its signs, such as “1,200” or “50%”, is one word. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’\-/%.,]*/gu)?.length ?? 0;
