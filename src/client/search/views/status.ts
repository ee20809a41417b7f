import type { SearchTexts } from '../../../i18n/search.ts';
import type { Results } from '../sources/source.ts';

/** Terms that the sentence names. Nobody would read more. */
const maxNamed = 3;

type Summarised = Pick<Results, 'total' | 'all' | 'terms' | 'relaxed' | 'missing' | 'notes'>;

/** The sentence above the results, which screen readers announce. */
export function statusText(typed: string, results: Summarised, t: SearchTexts): string {
  const text = typed.trim();
  const { total, all, relaxed, missing: lacking, notes = [] } = results;
  const join = (parts: readonly string[]) => parts.join(t.title === '搜索' ? '；' : '; ');
  if (all === 0) return join([t.none(text), ...notes]);
  const terms = results.terms.slice(0, maxNamed).join('”“');
  const how = relaxed === undefined ? [] : [t.relaxed[relaxed](text, terms)];
  const missing = lacking.length > 0 ? [t.missing(lacking.join('”“'))] : [];
  const count = total === 0 ? t.noneNarrowed : total === all ? t.foundAll(all) : t.narrowed(total, all);
  return join([...how, ...missing, count, ...notes]);
}
