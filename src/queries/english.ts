import { contentDir } from '../edition/files/environment.ts';
import { hasEnglishTexts } from '../edition/texts/english-text.ts';
import { getBook } from './book.ts';
import { assertShown } from '../freshness/shown.ts';
import { memo } from './memo.ts';
import { getCaseText, getOpening, getRuleText } from './texts.ts';

const countWhole = memo(async (): Promise<number | undefined> => {
  if (!hasEnglishTexts(contentDir)) return undefined;
  const { chapters, rules, cases } = await getBook();
  const texts = await Promise.all([
    ...chapters.map(({ id }) => getOpening(id, 'en')),
    ...rules.map(({ id }) => getRuleText(id, 'en')),
    ...cases.map(({ id }) => getCaseText(id, 'en')),
  ]);
  return texts.filter(({ english }) => english === 'all').length;
});

/** Chapters, rules and cases whose text is in English as a whole; `undefined` in a book without English texts. */
export async function countWholeInEnglish(): Promise<number | undefined> {
  assertShown('English of all texts');
  return await countWhole();
}
