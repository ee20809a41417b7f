import { isText } from '../../lib/guards.ts';
import { kept } from '../kit/kept.ts';

const maxKept = 8;

/** Searches on this device, the latest first. */
const searches = kept('searches', (stored) =>
  (Array.isArray(stored) ? stored : []).filter(isText).slice(0, maxKept),
);

/** The kept searches, the latest first. */
export const recentSearches = searches.read;

/** Keep a search that the reader sent off or followed a result of. */
export function rememberSearch(typed: string): void {
  const text = typed.trim();
  if (text !== '')
    searches.change((all) => [text, ...all.filter((other) => other !== text)].slice(0, maxKept));
}

/** Forget all searches; `false` if storage is refused. */
export const forgetSearches = (): boolean => searches.change(() => []);
