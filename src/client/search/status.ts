import type { SearchTexts } from '../../i18n/search.ts';
import type { Answer } from '../../search/browser/answer.ts';

/** Terms named in a sentence; more than a few say no more. */
const maxNamed = 3;

/** What a screen reader announces and every reader reads above the results. */
export function statusText(typed: string, answer: Answer, shown: number, t: SearchTexts): string {
  const text = typed.trim();
  const all = answer.hits.length;
  if (all === 0) return t.none(text);
  const terms = answer.terms.slice(0, maxNamed).join('”“');
  const how = answer.relaxed === undefined ? [] : [t.relaxed[answer.relaxed](text, terms)];
  const missing = answer.missing.length > 0 ? [t.missing(answer.missing.join('”“'))] : [];
  const count = shown === 0 ? t.noneNarrowed : shown === all ? t.foundAll(all) : t.narrowed(shown, all);
  return [...how, ...missing, count].join(t.title === '搜索' ? '；' : '; ');
}
