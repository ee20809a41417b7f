import { fold } from '../format/fold.ts';
import type { Found } from '../query/match/exactly.ts';
import { looksLikePinyin, matchPinyin, readingsFrom } from '../query/relax/pinyin.ts';
import type { ChineseIndex } from './opened.ts';

/** Weight of a match by its field; a title belongs to its page more than a keyword does. */
const keywordWeight = 0.8;
/** A glossary entry is short; the rules on the matter come first. */
const termWeight = 0.75;

/** Titles and keywords that a query spells in pinyin or by initials. */
export async function findByPinyin(typed: string, index: ChineseIndex): Promise<Found | undefined> {
  if (!looksLikePinyin(typed)) return undefined;
  const readings = readingsFrom((await index.tables()).pinyin);
  const scores = new Map<number, number>();
  const terms = new Map<string, number>();
  for (const { page, type, title, keywords } of await index.allRecords()) {
    for (const [position, text] of [title, ...keywords].entries()) {
      const match = matchPinyin(typed, fold(text), readings);
      if (!match) continue;
      const whole = match.text.length === title.length;
      const weight = type === 'term' && !whole ? termWeight : 1;
      const score = match.score * weight * (position === 0 ? 1 : keywordWeight);
      if (score > (scores.get(page) ?? 0)) scores.set(page, score);
      terms.set(match.text, Math.max(score, terms.get(match.text) ?? 0));
    }
  }
  if (scores.size === 0) return undefined;
  return {
    rung: 'pinyin',
    terms: [...terms].sort(([, a], [, b]) => b - a).map(([term]) => term),
    ranked: [],
    pages: new Map([...scores.keys()].map((page) => [page, []])),
    scores,
  };
}
