import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';

/** Reading the dictionary takes most of a second, and titles seldom change. */
const kept = new KeptValues<string[]>('title-words', () => fingerprintFor('titles'));
let jieba: Jieba | undefined;

/** Marks that stay with the word after them. */
const opening = /[（《「『【〈“‘([]$/u;
/** What begins no line: marks, and particles that lean on the word before them. */
const leaning = /^(?:[^\p{L}\p{N}（《「『【〈“‘([]+|[的地得了着过们吗呢吧])$/u;

/** A Chinese title cut where a line may end. Joined, the pieces are the title. */
export const titleWords = (title: string): string[] => kept.of(title, () => cutTitle(title));

function cutTitle(title: string): string[] {
  const pieces: string[] = [];
  jieba ??= Jieba.withDict(dict);
  for (const word of jieba.cut(title, true)) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && (leaning.test(word) || opening.test(last)))
      pieces[pieces.length - 1] = last + word;
    else pieces.push(word);
  }
  return pieces;
}
