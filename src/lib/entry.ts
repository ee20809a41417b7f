import type { Localized } from '../schemas/localized.ts';

/**
 * Facts about a page's entry for the reader's own lists (bookmarks, where one stopped), as JSON for an
 * attribute.
 */
export function entryOf(path: string, title: Localized, number = ''): string {
  return JSON.stringify({ path, number, ...title });
}
