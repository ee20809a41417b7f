import { isText } from '../../lib/guards.ts';
import { kept } from '../kit/kept.ts';

const maxKept = 8;

/** What was searched for on this device, the latest first. */
const searches = kept('searches', (stored) =>
  (Array.isArray(stored) ? stored : []).filter(isText).slice(0, maxKept),
);

export const recentSearches = searches.read;

/** Keep a search that led somewhere. */
export function rememberSearch(typed: string): void {
  const text = typed.trim();
  if (text !== '')
    searches.change((all) => [text, ...all.filter((other) => other !== text)].slice(0, maxKept));
}

export const forgetSearches = (): boolean => searches.change(() => []);
