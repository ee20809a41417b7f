/**
 * Find an element that the page's own markup always has.
 *
 * @throws Error if it is missing, since markup and script don't fit together then
 */
export function find<Found extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`Expected an element ${selector}, found none.`);
  return found;
}
