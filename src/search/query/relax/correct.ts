import { fold } from '../../format/fold.ts';
import type { PhraseIndex } from '../../format/phrase-index.ts';
import {
  correctedIn,
  deletions,
  insertions,
  substitutions,
  transpositions,
  type Correction,
} from './typos.ts';
import { must } from '../../../lib/must.ts';

/** Pages that are read to see whether they have the corrected word. */
const maxPagesRead = 16;

async function existing(candidates: readonly string[], index: PhraseIndex): Promise<string[]> {
  const found = await Promise.all(candidates.map((candidate) => index.phrase(candidate)));
  return candidates.filter((_, position) => must(found[position]).size > 0);
}

const correctionsIn = (text: string, corrections: readonly Correction[]): string[] =>
  corrections
    .map((correction) => correctedIn(text, correction))
    .filter((word) => word !== undefined && !/\s/u.test(word)) as string[];

/** Fill the hole of each correction by the words of titles and keywords. If none fits, by the texts of pages. */
async function filled(corrections: readonly Correction[], index: PhraseIndex): Promise<string[]> {
  const known = index.vocabulary.flatMap((word) => correctionsIn(word, corrections));
  if (known.length > 0) return [...new Set(known)];
  const all = await Promise.all(corrections.map(({ phrases, between }) => index.apart(phrases, between)));
  // A correction that fits few pages is likelier than one that fits many.
  const likely = all.sort((a, b) => a.size - b.size).flatMap((pages) => [...pages.keys()]);
  const pages = [...new Set(likely)].slice(0, maxPagesRead);
  const texts = await Promise.all(pages.map((page) => index.text(page)));
  return [...new Set(texts.flat().flatMap(([, block]) => correctionsIn(fold(block), corrections)))];
}

/** Whether one character of a word of three is likely one too many: the shorter word is a title or keyword, or a character comes twice. */
const hasOneTooMany = (word: string, shorter: string, { vocabulary }: PhraseIndex): boolean =>
  vocabulary.includes(shorter) || /(.)\1/u.test(word);

/**
 * Correct a mistyped word: two characters changed round, one left out, one too many, or one wrong. The first
 * kind that gives words of the text wins.
 *
 * @param word Folded.
 * @returns The corrected words; empty if no single mistake explains it.
 */
export async function correct(word: string, index: PhraseIndex): Promise<string[]> {
  const length = [...word].length;
  if (length < 2 || length > 24 || !/\p{Script=Han}/u.test(word)) return [];
  const swapped = await existing(transpositions(word), index);
  if (swapped.length > 0 || length < 3) return swapped;
  const completed = await filled(insertions(word), index);
  if (completed.length > 0) return completed;
  const fewer = deletions(word).filter((shorter) => length > 3 || hasOneTooMany(word, shorter, index));
  const shortened = await existing(fewer, index);
  if (shortened.length > 0) return shortened;
  return length < 4 ? [] : await filled(substitutions(word), index);
}
