import { fold } from './fold.ts';
import { must } from '../../lib/must.ts';

/**
 * How an index cuts text. `characters`: every character is a token, small and exact; `bigrams`: every two neighbours are
 * one, larger, and faster where pages are many. Either way a run of tokens is found exactly where grep finds the text.
 */
export type Design = 'characters' | 'bigrams';

/** Token for white space and for the end of a block; no query contains it, so no phrase runs across. */
const gap = 'ㄅ';

/**
 * Characters that Pagefind leaves as they are: Han letters (not the radicals by themselves, which are symbols
 * to it) and plain Latin.
 */
const plain = /^(?:(?=\p{Script=Han})[\p{L}\p{N}]|[a-z0-9])$/u;

/** Pagefind drops punctuation from its words and files some letters under others; as a letter with a number of one length behind it, each stays itself. */
const token = (character: string): string =>
  plain.test(character) ? character : `ㄆ${must(character.codePointAt(0)).toString().padStart(7, '0')}`;

const runs = (text: string): string[][] =>
  fold(text)
    .split(/\s+/u)
    .filter((run) => run !== '')
    .map((run) => [...run].map(token));

function pairs(run: string[]): string[] {
  return run.map((first, index) => first + (run[index + 1] ?? gap));
}

/** Tokens of one block of text for the index, separated by spaces, with a gap behind each run. */
export function indexTokens(text: string, design: Design): string {
  return runs(text)
    .flatMap((run) => (design === 'characters' ? [...run, gap] : pairs(run)))
    .join(' ');
}

/** Tokens of a phrase without white space, to be looked for one behind the other. One character has no pair: it is given as it is. */
export function phraseTokens(phrase: string, design: Design): string[] {
  const run = runs(phrase).flat();
  return design === 'characters' || run.length < 2 ? run : pairs(run).slice(0, -1);
}

/**
 * Place of a phrase's first token among those of some blocks, one behind the other, in an index of characters; -1 if
 * they don't have it.
 *
 * @param phrase folded, without white space
 */
export function placeInBlocks(blocks: Iterable<string>, phrase: string): number {
  let place = 0;
  for (const block of blocks)
    for (const run of fold(block).split(/\s+/u)) {
      if (run === '') continue;
      const at = run.indexOf(phrase);
      if (at >= 0) return place + [...run.slice(0, at)].length;
      place += [...run].length + 1;
    }
  return -1;
}

/** How many tokens a block takes up in the index. */
export function tokenCount(text: string, design: Design): number {
  return runs(text).reduce((sum, run) => sum + run.length + (design === 'characters' ? 1 : 0), 0);
}
