import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';
import { decompress } from 'wawoff2';
import type { BookLanguage } from '../../schemas/book.ts';
import { faceFiles, mayHave, type FaceFile } from './typefaces.ts';

/** A character's outline and width, in thousandths of the type size; y grows upwards from the baseline. */
export interface Glyph {
  path: string;
  advance: number;
}

/** A weight of the cards' typefaces. A character that none of them has is a box. */
export interface Face {
  glyph: (character: string) => Glyph;
}

/** Drawn instead of a character that no typeface has: an empty square. */
export const box: Glyph = {
  path: 'M90-60H910V780H90ZM130-20V740H870V-20Z',
  advance: 1000,
};
const nothing: Glyph = { path: '', advance: 0 };
/** Joiners, selectors and the like, which leave no trace. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cc}/u;

const fonts = new Map<string, Promise<Font>>();

function openFile(path: string): Promise<Font> {
  const opened =
    fonts.get(path) ??
    // A variation can only be taken of an unpacked font: outlines are stored another way in WOFF2.
    decompress(readFileSync(path)).then((ttf) => create(Buffer.from(ttf)) as Font);
  fonts.set(path, opened);
  return opened;
}

function outline(font: Font, code: number): Glyph {
  const glyph = font.glyphForCodePoint(code);
  const scale = 1000 / font.unitsPerEm;
  // Whole units are a sixth of a pixel in the largest type.
  const path = glyph.path
    .toSVG()
    .replace(/-?\d+(?:\.\d+)?/g, (number) => String(Math.round(Number(number) * scale)));
  return { path, advance: glyph.advanceWidth * scale };
}

/**
 * Open the cards' typefaces in one weight (200 to 900) for the given characters. Only the files that hold them are read.
 * @param language script whose forms come first
 */
export async function openFace(
  weight: number,
  characters: Iterable<string>,
  language: BookLanguage = 'zh-Hans',
): Promise<Face> {
  const glyphs = new Map<string, Glyph>();
  const variations = new Map<string, Font>();
  const open = async ({ path, variable }: FaceFile): Promise<Font> => {
    const font = await openFile(path);
    return variable ? font.getVariation({ wght: weight }) : font;
  };
  const files = faceFiles(language, weight);
  for (const character of new Set(characters)) {
    const code = character.codePointAt(0) ?? 0;
    if (invisible.test(character)) glyphs.set(character, nothing);
    for (const file of files) {
      if (glyphs.has(character)) break;
      if (!mayHave(file, code)) continue;
      const font = variations.get(file.path) ?? (await open(file));
      variations.set(file.path, font);
      if (font.hasGlyphForCodePoint(code)) glyphs.set(character, outline(font, code));
    }
  }
  return { glyph: (character) => glyphs.get(character) ?? box };
}
