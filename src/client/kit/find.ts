/**
 * An element that the page's own markup always has.
 *
 * @throws If it is missing: then markup and script are out of step.
 */
export function find<Found extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`Expected an element ${selector}, found none.`);
  return found;
}
