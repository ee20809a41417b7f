import type { IndexOptions } from 'flexsearch';
import type { Options } from 'minisearch';
import type { Tokenizer } from '@orama/orama';
import { bigrams } from '../../../src/lib/bigrams.ts';

/** Overlapping pairs of Han characters and whole Latin words: a good way to set MiniSearch up for Chinese. */
export function pairsAndWords(text: string): string[] {
  const runs = text.toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
  return runs.flatMap((run) => (/\p{Script=Han}/u.test(run) && run.length > 1 ? bigrams(run) : [run]));
}

export const miniSearchOptions: Options = {
  fields: ['title', 'text'],
  tokenize: pairsAndWords,
  searchOptions: { combineWith: 'AND', boost: { title: 3 } },
};

/** FlexSearch as Rspress ships it for Chinese: single characters. */
export const flexSearchOptions: IndexOptions = {
  encode: (text: string) => text.toLowerCase().match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [],
  tokenize: 'strict',
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Orama's way for Chinese: words as `Intl.Segmenter` cuts them. */
export const oramaTokenizer: Tokenizer = {
  language: 'mandarin',
  normalizationCache: new Map(),
  tokenize: (text) =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
};
