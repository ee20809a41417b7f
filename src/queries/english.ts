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

/** Count the chapters, rules and cases whose whole text is in English; `undefined` if the book has no English texts. */
export async function countWholeInEnglish(): Promise<number | undefined> {
  assertShown('English of all texts');
  return await countWhole();
}
