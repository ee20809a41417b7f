import { lackingGlyphs } from '../../../../src/share/card/lacking.ts';
import type { Line } from '../../model.ts';
import type { Check } from '../inspection.ts';

const named = (character: string): string =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/**
 * Characters that no typeface of cards and print has, so that a box is shown instead. There is one finding for
 * each line with a new one.
 */
export const checkMissingGlyph: Check = ({ lines }) => {
  const lacks = lackingGlyphs(charactersOf(lines));
  if (lacks.size === 0) return [];
  return lines.flatMap(({ text, number }) => {
    const found: string[] = [];
    for (const character of text) if (lacks.delete(character)) found.push(character);
    if (found.length === 0) return [];
    return [
      {
        code: 'missing-glyph' as const,
        severity: 'warning' as const,
        line: number,
        message: `No typeface that comes with the project has ${found.map(named).join(', ')}: on cards and in print a box stands there. Pages show what the reader's machine has. Replace it if it was not meant.`,
      },
    ];
  });
};

/** The different characters of a text. */
function charactersOf(lines: readonly Line[]): Set<string> {
  const seen = new Uint8Array(0x110000);
  for (const { text } of lines) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at += 1;
      seen[code] = 1;
    }
  }
  const characters = new Set<string>();
  for (let code = seen.indexOf(1); code >= 0; code = seen.indexOf(1, code + 1))
    characters.add(String.fromCodePoint(code));
  return characters;
}
