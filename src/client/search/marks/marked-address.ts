/** Parameter of an address that tells the page what to mark; it may be repeated. */
export const markParameter = 'mark';

/** Terms in an address. More would only make it long. */
const maxMarks = 8;

/**
 * A page's address with the terms to mark.
 * @param paragraph id of the paragraph to go to, if the address has no fragment; empty if it isn't known
 */
export function markedAddress(address: string, terms: readonly string[], paragraph: string): string {
  const [path = '', anchor = ''] = address.split('#');
  const query = new URLSearchParams(terms.slice(0, maxMarks).map((term) => [markParameter, term])).toString();
  const hash = anchor || paragraph;
  return `${path}${query === '' ? '' : `?${query}`}${hash === '' ? '' : `#${hash}`}`;
}
