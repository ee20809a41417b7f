import type { Localized } from '../schemas/localized.ts';

/**
 * Facts about a page's entry for the reader's own lists (bookmarks, where one stopped), as JSON for an
 * attribute.
 */
export function entryOf(path: string, title: Localized, number?: Localized): string {
  const numberEn = number?.en === number?.zh ? undefined : number?.en;
  return JSON.stringify({ path, number: number?.zh ?? '', numberEn, ...title });
}
