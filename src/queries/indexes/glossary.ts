import { getCollection } from 'astro:content';
import type { Language } from '../../i18n/languages.ts';
import { indexByLetter, type LetterGroup } from './letter-index.ts';
import type { Term } from '../../schemas/glossary.ts';
import { assertShown } from '../../freshness/shown.ts';
import { getBook, type RuleSummary } from '../book.ts';
import { memo } from '../memo.ts';
import { getRuleText } from '../texts.ts';

/** A term, its address on the glossary page, and the rules whose text has it. */
export interface GlossaryEntry extends Term {
  id: string;
  rules: RuleSummary[];
}

async function readGlossary(): Promise<GlossaryEntry[]> {
  const [terms, { rules }] = await Promise.all([getCollection('glossary'), getBook()]);
  const mentions = new Map<string, RuleSummary[]>();
  for (const rule of rules) {
    for (const { id } of (await getRuleText(rule.id, 'zh')).terms) {
      mentions.set(id, [...(mentions.get(id) ?? []), rule]);
    }
  }
  return terms.map(({ id, data }) => ({ ...data, id, rules: mentions.get(id) ?? [] }));
}

/** Whether the book has a glossary. */
export const hasGlossary = memo(async () => (await getCollection('glossary')).length > 0);

const getEntries = memo(readGlossary);

/** All terms under the letters of a language. */
export async function getGlossary(lang: Language): Promise<LetterGroup<GlossaryEntry>[]> {
  assertShown('mentions of all terms');
  const entries = await getEntries();
  return indexByLetter(entries, ({ term, en }) => (lang === 'zh' ? term : en), lang);
}
