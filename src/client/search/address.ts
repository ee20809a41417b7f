import type { Narrowing } from '../../search/query/rank/facets.ts';
import { facetNames, recordTypes } from '../../search/format/records.ts';

/** What a search page shows. All of it is in the address. */
export interface SearchState {
  typed: string;
  narrowing: Narrowing;
}

/** Read a state from a query string. Unknown parameters and types are ignored. */
export function readState(search: string): SearchState {
  const query = new URLSearchParams(search);
  const narrowing: Narrowing = {};
  for (const name of facetNames) {
    const value = query.get(name);
    if (value) narrowing[name] = name === 'chapter' ? value.padStart(2, '0') : value;
  }
  const type = query.get('type');
  if (type && (recordTypes as readonly string[]).includes(type)) narrowing.type = type;
  return { typed: query.get('q') ?? '', narrowing };
}

/** The query string of a state, with its question mark; empty for an empty state. */
export function writeState({ typed, narrowing }: SearchState): string {
  const query = new URLSearchParams({ ...(typed.trim() !== '' && { q: typed.trim() }), ...narrowing });
  return query.size === 0 ? '' : `?${query.toString()}`;
}
