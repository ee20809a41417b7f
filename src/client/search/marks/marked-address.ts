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
