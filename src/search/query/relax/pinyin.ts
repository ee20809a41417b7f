import type { SyllableTable } from '../../format/tables.ts';

/** Readings of a character, without tones. */
export type Readings = (character: string) => readonly string[];

export function readingsFrom(table: SyllableTable): Readings {
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table)) {
    for (const character of characters)
      readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  return (character) => readings.get(character) ?? [];
}

/** Whether a query can be pinyin at all: Latin letters, with spaces or apostrophes between syllables. */
export const looksLikePinyin = (query: string): boolean =>
  /^[a-z][a-z'’ ]+$/.test(plainLetters(query).trim());

/** Letters as pinyin is typed: half-width, small, without tone marks, `v` for ü. */
const plainLetters = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().normalize('NFD').replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '');

/** A way to spell a text by letters. */
interface Way {
  /** Characters that are spelt. */
  length: number;
  /** How many of them are spelt by more than their initial. */
  spelt: number;
}

/**
 * The best way to spell the characters from `at` on by `letters`. A character is spelt by its syllable or its initial, the last one
 * also by the beginning of its syllable.
 */
function spell(
  letters: string,
  characters: readonly string[],
  at: number,
  readings: Readings,
): Way | undefined {
  if (letters === '') return { length: 0, spelt: 0 };
  const character = characters[at];
  if (character === undefined) return undefined;
  const syllables = readings(character);
  let best: Way | undefined;
  const consider = (piece: string, spelt: number) => {
    if (piece === '' || !letters.startsWith(piece)) return;
    const rest = spell(letters.slice(piece.length), characters, at + 1, readings);
    if (rest && (!best || rest.spelt + spelt > best.spelt))
      best = { length: rest.length + 1, spelt: rest.spelt + spelt };
  };
  if (syllables.length === 0) consider(character, 1);
  for (const syllable of syllables) {
    consider(syllable, 1);
    if (syllable.startsWith(letters) && (!best || best.spelt < 1))
      best = { length: 1, spelt: letters.length > 1 ? 1 : 0 };
    if (/^[zcs]h/.test(syllable)) consider(syllable.slice(0, 2), 0);
    consider(syllable.charAt(0), 0);
  }
  return best;
}

/** How a text is spelt by pinyin. */
export interface PinyinMatch {
  /** The characters that the letters spell. */
  text: string;
  /** 0 to 1. Syllables score more than initials, a match at the beginning of the text more than one later, a long match more than a short one. */
  score: number;
}

/**
 * Match pinyin against a text: syllables (`kehu`), initials (`khxq`) or a mixture (`kehuxq`), from any character on.
 *
 * @param text Folded.
 */
export function matchPinyin(query: string, text: string, readings: Readings): PinyinMatch | undefined {
  const letters = plainLetters(query).replace(/['’\s]/g, '');
  const characters = [...text].filter((character) => /[\p{L}\p{N}]/u.test(character));
  let best: PinyinMatch | undefined;
  for (let at = 0; at < characters.length; at += 1) {
    const way = spell(letters, characters, at, readings);
    // A few initials fit somewhere in almost every text, so they only count at its beginning.
    if (!way || (way.spelt === 0 && letters.length < 4 && at > 0)) continue;
    const score =
      0.5 * (way.spelt / way.length) + (at === 0 ? 0.3 : 0) + 0.2 * (way.length / characters.length);
    if (!best || score > best.score) best = { text: characters.slice(at, at + way.length).join(''), score };
  }
  return best;
}
