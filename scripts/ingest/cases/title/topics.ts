import { tagWords } from '../../language/words/dictionary.ts';
import { simplified } from '../../language/simplified.ts';
import { rareWords } from '../model/features/chains.ts';

/** Nouns that come again in the story, with how much they say: rare ones that are repeated say most. */
export function topicsOf(paragraphs: string[]): Map<string, number> {
  const text = simplified(paragraphs.join('\n'));
  const topics = new Map<string, number>();
  for (const [word, rarity] of rareWords(text)) {
    const times = text.split(word).length - 1;
    if (
      times > 1 &&
      isNoun(tagOf(word)) &&
      !/[过太很最更了不着得]/.test(word) &&
      !new RegExp(`[一二两三四五六七八九十几\\d]${word}`).test(text)
    )
      topics.set(word, rarity * Math.min(3, times));
  }
  return topics;
}

/** The part of speech of a word; none if it is several. */
export function tagOf(word: string): string {
  const [only, more] = tagWords(word);
  return only && !more ? only.tag : '';
}

export function isNoun(tag: string): boolean {
  return /^(?:n|eng|j)/.test(tag);
}
