import { fold } from '../../format/fold.ts';
import { splitAtPunctuation } from './query.ts';

/** A text without apostrophes: Pagefind indexes “don’t” as “dont”. */
export const joined = (text: string): string => text.replaceAll("'", '');

/** Words of an English text as they are looked for. */
export const englishWords = (text: string): string[] => splitAtPunctuation(joined(fold(text)));

/** The beginning that an English word shares with its inflections: “trusted” has “trust”. Pagefind finds every word that begins so. */
export const stem = (word: string): string => {
  const cut = word.replace(/(?:ies|ing|ed|es|s|y|e)$/u, '');
  return cut.length >= 3 ? cut : word;
};
