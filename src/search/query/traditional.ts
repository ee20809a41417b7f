import type { TraditionalTable } from '../format/tables.ts';

/** The text with every Traditional character of the table in its Simplified form. */
export function toSimplified(text: string, table: TraditionalTable): string {
  const simplified = new Map<string, string>();
  const characters = [...table];
  for (let at = 0; at + 1 < characters.length; at += 2) simplified.set(characters[at]!, characters[at + 1]!);
  return [...text].map((character) => simplified.get(character) ?? character).join('');
}
