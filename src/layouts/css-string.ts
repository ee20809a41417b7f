import { must } from '../lib/must.ts';

/**
 * A text as a CSS string. Everything but letters, digits and spaces is escaped, so that no title can end the
 * string or the style element.
 */
export function cssString(text: string): string {
  const escaped = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${must(character.codePointAt(0)).toString(16)} `,
  );
  return `"${escaped}"`;
}
