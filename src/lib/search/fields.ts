import { readVarints, writeVarints } from './varints.ts';

/** Where a page's fields end, in tokens from its beginning: its title, its keywords, its summary. The text comes after. */
export interface FieldEnds {
  title: number;
  keywords: number;
  summary: number;
}

export type Field = keyof FieldEnds | 'text';

/** Field ends of all pages, column by column as lengths. */
export function encodeFields(pages: readonly FieldEnds[]): Uint8Array {
  return writeVarints([
    ...pages.map(({ title }) => title),
    ...pages.map(({ title, keywords }) => keywords - title),
    ...pages.map(({ keywords, summary }) => summary - keywords),
  ]);
}

/** The reverse of {@link encodeFields}: gives a page's field ends. */
export function decodeFields(bytes: Uint8Array): (page: number) => FieldEnds {
  const lengths = readVarints(bytes);
  const count = lengths.length / 3;
  return (page) => {
    const title = lengths[page] ?? 0;
    const keywords = title + (lengths[count + page] ?? 0);
    return { title, keywords, summary: keywords + (lengths[2 * count + page] ?? 0) };
  };
}

/** The field that a place stands in. */
export function fieldAt(place: number, { title, keywords, summary }: FieldEnds): Field {
  if (place < title) return 'title';
  if (place < keywords) return 'keywords';
  return place < summary ? 'summary' : 'text';
}
