import { contentDir } from '../edition/environment.ts';
import { hasEnglishTexts } from '../edition/english-text.ts';
import { getBook } from './book.ts';
import { memo } from './memo.ts';
import { getCaseText, getOpening, getRuleText } from './texts.ts';

/** Chapters, rules and cases whose text is in English as a whole; `undefined` in a book without English texts. */
export const countWholeInEnglish = memo(async (): Promise<number | undefined> => {
  if (!hasEnglishTexts(contentDir)) return undefined;
  const { chapters, rules, cases } = await getBook();
  const texts = await Promise.all([
    ...chapters.map(({ id }) => getOpening(id, 'en')),
    ...rules.map(({ id }) => getRuleText(id, 'en')),
    ...cases.map(({ id }) => getCaseText(id, 'en')),
  ]);
  return texts.filter(({ english }) => english === 'all').length;
});
