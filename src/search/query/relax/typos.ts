import { must } from '../../../lib/must.ts';

/** A correction of a mistyped word: the text must have two phrases in this order, with a hole between them. */
export interface Correction {
  phrases: [before: string, after: string];
  /** Characters in the hole. */
  between: number;
}

const unique = (texts: string[]): string[] => [...new Set(texts)];

/** All words that come of swapping two neighbouring characters. */
export function transpositions(word: string): string[] {
  const characters = [...word];
  const swapped = characters
    .slice(1)
    .map((_, index) =>
      [
        ...characters.slice(0, index),
        must(characters[index + 1]),
        must(characters[index]),
        ...characters.slice(index + 2),
      ].join(''),
    );
  return unique(swapped).filter((text) => text !== word);
}

/** All words that come of taking one character out; none for a word of two. */
export function deletions(word: string): string[] {
  const characters = [...word];
  if (characters.length < 3) return [];
  return unique(
    characters.map((_, index) => [...characters.slice(0, index), ...characters.slice(index + 1)].join('')),
  );
}

/** The word with a character missing somewhere inside: the parts before and behind the hole. */
export function insertions(word: string): Correction[] {
  const characters = [...word];
  return characters.slice(1).map((_, index) => ({
    phrases: [characters.slice(0, index + 1).join(''), characters.slice(index + 1).join('')],
    between: 1,
  }));
}

/** The word with one wrong character inside: the parts before and behind it. */
export function substitutions(word: string): Correction[] {
  const characters = [...word];
  return characters.slice(2).map((_, index) => ({
    phrases: [characters.slice(0, index + 1).join(''), characters.slice(index + 2).join('')],
    between: 1,
  }));
}

/** The next `count` characters of a text from a place on. */
const charactersFrom = (text: string, place: number, count: number): string =>
  [...text.slice(place, place + 2 * count)].slice(0, count).join('');

/** Where a text has two phrases with exactly `between` characters in between; -1 if nowhere. */
export function placeApart(text: string, before: string, after: string, between: number): number {
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const end = at + before.length;
    if (text.startsWith(after, end + charactersFrom(text, end, between).length)) return at;
  }
  return -1;
}

/** The corrected word as the text has it, if it has it. */
export function correctedIn(text: string, { phrases, between }: Correction): string | undefined {
  const [before, after] = phrases;
  const at = placeApart(text, before, after, between);
  return at < 0 ? undefined : before + charactersFrom(text, at + before.length, between) + after;
}
