import { lackingGlyphs } from '../../../../src/share/card/lacking.ts';
import type { Check } from '../inspection.ts';

const named = (character: string): string =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/**
 * Characters that no typeface of cards and print has, so that a box is shown instead. There is one finding for
 * each line with a new one.
 */
export const checkMissingGlyph: Check = ({ lines }) => {
  const lacks = lackingGlyphs(new Set(lines.flatMap(({ text }) => [...text])));
  if (lacks.size === 0) return [];
  const told = new Set<string>();
  return lines.flatMap(({ text, number }) => {
    const found = [...new Set(text)].filter((character) => lacks.has(character) && !told.has(character));
    for (const character of found) told.add(character);
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
