import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';

/** The cuts are remembered between builds: reading the dictionary takes most of a second, and titles seldom change. */
const kept = new KeptValues<string[]>('title-words', () => fingerprintFor('titles'));
let jieba: Jieba | undefined;

/** What a line may not end with: opening punctuation. */
const opening = /[（《「『【〈“‘([]$/u;
/** What a line may not begin with: punctuation, and particles that belong to the word before them. */
const leaning = /^(?:[^\p{L}\p{N}（《「『【〈“‘([]+|[的地得了着过们吗呢吧])$/u;

/** Cut a Chinese title wherever a line may end. Joined, the pieces are the title. */
export const titleWords = (title: string): string[] => kept.of(title, () => cutTitle(title));

/** A word with hyphens in it, short enough for any line: `Check-in`. A browser would end a line behind its hyphen. */
const hyphenated = /(?<![\w-])([A-Za-z0-9]{1,16}(?:-[A-Za-z0-9]{1,8}){1,2})(?![\w-])/;

/** A piece of a title, cut into words with hyphens, at odd places, and what is between them. */
export const hyphenatedWords = (piece: string): string[] => piece.split(hyphenated);

/** Characters that a line of the contents has room for. */
const contentsLine = 12;

/**
 * Cut a Chinese title near its middle if a line of the contents can't hold it and no punctuation in it shows where to break.
 * Joined, the pieces are the title.
 */
export function contentsWords(title: string): string[] {
  const [longest = 0] = title
    .split(/[\s\p{P}]+/u)
    .map(({ length }) => length)
    .sort((a, b) => b - a);
  if (longest <= contentsLine) return [title];
  const words = titleWords(title);
  if (title.length > 2 * contentsLine) return words;
  const ends = words.map((_, index) => words.slice(0, index + 1).join('').length);
  const middle = ends.reduce((best, end) =>
    Math.abs(2 * end - title.length) < Math.abs(2 * best - title.length) ? end : best,
  );
  return [title.slice(0, middle), title.slice(middle)].filter((piece) => piece !== '');
}

function cutTitle(title: string): string[] {
  const pieces: string[] = [];
  jieba ??= Jieba.withDict(dict);
  for (const word of jieba.cut(title, true)) {
    const last = pieces[pieces.length - 1];
    const isHyphenated = /[A-Za-z0-9]-$/.test(last ?? '') && /^[A-Za-z0-9]/.test(word);
    if (last !== undefined && (leaning.test(word) || opening.test(last) || isHyphenated))
      pieces[pieces.length - 1] = last + word;
    else pieces.push(word);
  }
  return pieces;
}
