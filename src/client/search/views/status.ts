import type { SearchTexts } from '../../../i18n/search.ts';
import type { Results } from '../sources/source.ts';

/** The state of a search, as tests and screen readers find it. */
export interface SearchStatus {
  state: 'idle' | 'loading' | 'done' | 'error';
  /** What was asked. While someone types, the state may still be that of the first letters. */
  typed: string;
  text: string;
  /** Number of results. */
  count: number;
  /** How the match was relaxed; `undefined` on an exact match. */
  relaxed: string | undefined;
}

/** Show a state in the status element. A text that stays the same is not announced again. */
export function setStatus(status: HTMLElement, { state, typed, text, count, relaxed }: SearchStatus): void {
  status.dataset['searchState'] = state;
  status.dataset['typed'] = typed;
  status.dataset['count'] = String(count);
  if (relaxed === undefined) Reflect.deleteProperty(status.dataset, 'relaxed');
  else status.dataset['relaxed'] = relaxed;
  if (status.textContent !== text) status.textContent = text;
}

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
