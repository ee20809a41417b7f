import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkitten';
import { decompress } from 'wawoff2';
import { renameFamily } from './rename-font.ts';

/** The fonts of a document, and the families to ask for, in their order. */
export interface Faces {
  fonts: Buffer[];
  /** For Chinese text. */
  families: string[];
  /** For English text: Latin letters of a Latin face, whose apostrophe is not as wide as a Han character. */
  latin: string[];
}

/** A file of a package in one or more weights, and the characters it is for. */
interface FaceFile {
  /** Path without the weight: `…/files/noto-serif-sc-latin`. */
  stem: string;
  has: (code: number) => boolean;
}

/** Weights that the template sets type in: text, and titles. */
const weights = [400, 600];
const han = '@fontsource/noto-serif-sc';
const western = '@fontsource/noto-serif';

/** Code points as a package's table has them: `U+4e00-4e03,U+4e07`. */
function readRanges(ranges: string): (code: number) => boolean {
  const list = ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (code) => list.some(([first, last]) => code >= first && code <= last);
}

function stemOf(name: string, script: string): string {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return join(folder, 'files', `${name.split('/').at(-1) ?? ''}-${script}`);
}

/** The files of a package; big faces are cut into many by character range, which `unicode.json` lists. */
function filesOf(name: string): FaceFile[] {
  const table = createRequire(import.meta.url)(`${name}/unicode.json`) as Record<string, string>;
  return Object.entries(table).map(([key, ranges]) => ({
    stem: stemOf(name, key.replace(/[[\]]/g, '')),
    has: readRanges(ranges),
  }));
}

/** A file in the weights that it comes in. */
interface Family {
  name: string;
  fonts: Buffer[];
}

const unpacked = new Map<string, Family>();

/** A file in the weights that there are, unpacked, under a family name of its own. */
async function openFile(stem: string): Promise<Family> {
  const known = unpacked.get(stem);
  if (known !== undefined) return known;
  const family: Family = { name: `Handbook ${unpacked.size}`, fonts: [] };
  unpacked.set(stem, family);
  for (const weight of weights) {
    const path = `${stem}-${weight}-normal.woff2`;
    if (!existsSync(path)) continue;
    // Copied at once: the unpacker hands out memory that it uses again for the next font.
    const font = Buffer.from(await decompress(readFileSync(path)));
    renameFamily(font, family.name);
    family.fonts.push(font);
  }
  return family;
}

/**
 * Open fonts that together have these characters: first the file of the Han face with most of what the book
 * needs, then smaller files for the rest. Each gets a family name of its own. So the order given here decides
 * which font draws a character, and no font of the machine is ever used. Two calls must not overlap.
 */
export async function openFaces(characters: ReadonlySet<string>): Promise<Faces> {
  const main = await openFile(stemOf(han, 'chinese-simplified'));
  const latin = await openFile(stemOf(western, 'latin'));
  const lacking = without(main.fonts, characters);
  const wanted = [...filesOf(western), ...filesOf(han)].filter(({ has }) =>
    lacking.some((character) => has(character.codePointAt(0) ?? 0)),
  );
  const more: Family[] = [];
  for (const { stem } of wanted) more.push(await openFile(stem));
  const names = [main, ...more.filter(({ fonts }) => fonts.length > 0)].map(({ name }) => name);
  return {
    fonts: [main, latin, ...more].flatMap(({ fonts }) => fonts),
    families: names,
    latin: [latin.name, ...names],
  };
}

/** The characters that a face has no glyph for. */
function without([font]: Buffer[], characters: ReadonlySet<string>): string[] {
  const face = font === undefined ? undefined : create(font);
  if (face === undefined || face.isCollection) return [...characters];
  return [...characters].filter((character) => !face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
