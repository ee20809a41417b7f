import type { Narrowing } from '../../search/query/facets.ts';
import { facetNames, recordTypes } from '../../search/format/records.ts';

/** What a search page shows; the address holds all of it. */
export interface SearchState {
  typed: string;
  narrowing: Narrowing;
}

/** Read a state from an address's query string. What is no facet is passed over, and an unknown type too. */
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

/** The query string of a state, with its question mark; empty for nothing. */
export function writeState({ typed, narrowing }: SearchState): string {
  const query = new URLSearchParams({ ...(typed.trim() !== '' && { q: typed.trim() }), ...narrowing });
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** Parameter that tells an opened page what to mark; it may be repeated. */
export const markParameter = 'mark';

/** More terms than this only make an address long. */
const maxMarks = 8;

/** A page's address with what to mark in it and, if known, the paragraph to go to. */
export function markedAddress(address: string, terms: readonly string[], paragraph: string): string {
  const [path = '', anchor = ''] = address.split('#');
  const query = new URLSearchParams(terms.slice(0, maxMarks).map((term) => [markParameter, term])).toString();
  const hash = anchor || paragraph;
  return `${path}${query === '' ? '' : `?${query}`}${hash === '' ? '' : `#${hash}`}`;
}
