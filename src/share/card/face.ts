import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkitten';
import { decompress } from 'wawoff2';

const packageDir = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-serif-sc/package.json'),
);

/** A character's outline and width, in thousandths of the type size; y grows upwards from the baseline. */
export interface Glyph {
  path: string;
  advance: number;
}

/** A weight of the cards' typeface. `glyph` is `undefined` for a character that the typeface lacks. */
export interface Face {
  glyph: (character: string) => Glyph | undefined;
}

interface Subset {
  file: string;
  ranges: [first: number, last: number][];
}

/** The package cuts the typeface into files by character range; `unicode.json` says which has what. */
function readSubsets(): Subset[] {
  const table = JSON.parse(readFileSync(join(packageDir, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(table).map(([name, ranges]) => ({
    file: `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
    ranges: ranges.split(',').map((range) => {
      const [first = '', last = first] = range.slice(2).split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    }),
  }));
}

const subsets = readSubsets();
const fonts = new Map<string, Promise<Font>>();

function openSubset(file: string): Promise<Font> {
  const opened =
    fonts.get(file) ??
    // A variation can only be taken of an unpacked font: outlines are stored another way in WOFF2.
    decompress(readFileSync(join(packageDir, 'files', file))).then((ttf) => create(Buffer.from(ttf)) as Font);
  fonts.set(file, opened);
  return opened;
}

/**
 * Open Noto Serif SC in one weight (200 to 900) for the given characters. Only the files that hold them are read.
 */
export async function openFace(weight: number, characters: Iterable<string>): Promise<Face> {
  const glyphs = new Map<string, Glyph>();
  const variations = new Map<string, Font>();
  for (const character of new Set(characters)) {
    const code = character.codePointAt(0)!;
    const holders = subsets.filter(({ ranges }) =>
      ranges.some(([first, last]) => code >= first && code <= last),
    );
    for (const { file } of holders) {
      const font = variations.get(file) ?? (await openSubset(file)).getVariation({ wght: weight });
      variations.set(file, font);
      if (!font.hasGlyphForCodePoint(code)) continue;
      const glyph = font.glyphForCodePoint(code);
      // Whole units are a sixth of a pixel in the largest type.
      const path = glyph.path.toSVG().replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))));
      glyphs.set(character, { path, advance: (glyph.advanceWidth / font.unitsPerEm) * 1000 });
      break;
    }
  }
  return { glyph: (character) => glyphs.get(character) };
}
