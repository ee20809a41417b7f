import { escapeAttributes, shortScopes } from './attributes.ts';
import { lateModules } from './in-html.ts';
import { applyEdits, elementsOf } from './page-edits.ts';

/** What is done to a built page as a whole, at the places where a parser found its elements. */
export function finishPage(html: string): string {
  const elements = elementsOf(html);
  return applyEdits(html, [
    ...lateModules(elements),
    ...shortScopes(html, elements),
    ...escapeAttributes(html, elements),
  ]);
}
