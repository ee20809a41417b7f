import { pinyin } from 'pinyin-pro';

/** Words of a book that its search page uses as examples. */
export interface HintWords {
  first: string;
  second: string;
  /** Of the first word. */
  pinyin: string;
  initials: string;
}

/** A word that is short enough to be typed. */
const exampleWord = /^\p{Script=Han}{2,4}$/u;

/**
 * Choose the most frequent keyword and the one that most often goes with it.
 * @param keywords of each entry
 * @returns `undefined` if no entry has two keywords in Chinese
 */
export function hintWords(keywords: readonly (readonly string[])[]): HintWords | undefined {
  const lists = keywords
    .map((list) => list.filter((keyword) => exampleWord.test(keyword)))
    .filter(({ length }) => length > 1);
  const first = mostFrequent(lists.flat());
  if (first === undefined) return undefined;
  const second = mostFrequent(
    lists
      .filter((list) => list.includes(first))
      .flatMap((list) => list.filter((each) => !sharesCharacter(each, first))),
  );
  if (second === undefined) return undefined;
  const syllables = pinyin(first, { toneType: 'none', type: 'array' });
  return {
    first,
    second,
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
  };
}

/** The one that comes first wins a tie. */
function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const sharesCharacter = (a: string, b: string): boolean => [...a].some((character) => b.includes(character));
