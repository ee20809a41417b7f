import { startTags } from '../../lib/html/tags.ts';
import { escapeAttributes, shortScopes } from './attributes.ts';
import { lateModules } from './in-html.ts';
import { applyEdits } from './page-edits.ts';

/**
 * What is done to a built page as a whole, at the places of its tags.
 * @param scopes of styles, of all components in order
 */
export function finishPage(html: string, scopes: readonly string[]): string {
  const tags = startTags(html);
  return applyEdits(html, [
    ...lateModules(html, tags),
    ...shortScopes(html, tags, scopes),
    ...escapeAttributes(tags),
  ]);
}
