import type { Localized } from '../../schemas/localized.ts';

/**
 * The entry of a page as JSON for the attribute `data-entry`. Scripts read it back by `readEntry`, for the reader's own lists
 * such as bookmarks.
 */
export function entryAttribute(path: string, title: Localized, number?: Localized): string {
  const numberEn = number?.en === number?.zh ? undefined : number?.en;
  return JSON.stringify({ path, number: number?.zh ?? '', numberEn, ...title });
}
