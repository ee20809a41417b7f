import type { SearchTexts } from '../../../i18n/search.ts';
import type { Results } from '../sources/source.ts';

/** Terms named in a sentence; a longer list would not be read. */
const maxNamed = 3;

type Told = Pick<Results, 'total' | 'all' | 'terms' | 'relaxed' | 'missing' | 'notes'>;

/** What a screen reader announces and every reader reads above the results. */
export function statusText(typed: string, results: Told, t: SearchTexts): string {
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
