import { splitAtPunctuation } from './query.ts';

const segmenter =
  typeof Intl.Segmenter === 'undefined' ? undefined : new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of a text, without punctuation. A browser without `Intl.Segmenter` cuts Chinese into pairs of characters. */
export function wordsOf(text: string): string[] {
  if (segmenter) {
    return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  }
  return splitAtPunctuation(text).flatMap((run) =>
    /\p{Script=Han}/u.test(run) ? (run.match(/..?/gsu) ?? []) : [run],
  );
}
