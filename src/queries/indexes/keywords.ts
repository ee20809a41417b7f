import type { Language } from '../../i18n/languages.ts';
import { indexByLetter, type LetterGroup } from './letter-index.ts';
import type { CaseSummary, RuleSummary } from '../book.ts';
import { getBook } from '../book.ts';

/** A keyword with all entries that have it, in reading order. */
export interface IndexedKeyword {
  keyword: string;
  rules: RuleSummary[];
  cases: CaseSummary[];
}

/** The keyword index of a language. An entry is in it if it has keywords in that language. */
export async function getKeywordIndex(lang: Language): Promise<LetterGroup<IndexedKeyword>[]> {
  const { rules, cases } = await getBook();
  const found = new Map<string, IndexedKeyword>();
  const at = (keyword: string) => {
    // “Trust” and “trust” are one keyword; the first spelling is kept.
    const key = keyword.trim().toLowerCase();
    const entry = found.get(key) ?? { keyword: keyword.trim(), rules: [], cases: [] };
    found.set(key, entry);
    return entry;
  };
  for (const rule of rules)
    for (const keyword of new Set(rule.keywords?.[lang])) at(keyword).rules.push(rule);
  for (const entry of cases)
    for (const keyword of new Set(entry.keywords?.[lang])) at(keyword).cases.push(entry);
  return indexByLetter([...found.values()], ({ keyword }) => keyword, lang);
}
