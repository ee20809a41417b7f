import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkitten';
import { decompress } from 'wawoff2';
import type { BookLanguage } from '../../schemas/book.ts';
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
/** Packages of Han faces, with the file of each that has most of what its script needs. */
const han: Record<BookLanguage, { name: string; main: string }> = {
  'zh-Hans': { name: '@fontsource/noto-serif-sc', main: 'chinese-simplified' },
  'zh-Hant': { name: '@fontsource/noto-serif-tc', main: 'chinese-traditional' },
};
const western = '@fontsource/noto-serif';
/** Signs, and pictures in one colour. */
const signs = ['@fontsource/noto-sans-symbols-2', '@fontsource/noto-sans-symbols', '@fontsource/noto-emoji'];

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
  const family: Family = { name: `Book ${unpacked.size}`, fonts: [] };
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
 * @param language script whose forms come first
 */
export async function openFaces(
  characters: ReadonlySet<string>,
  language: BookLanguage = 'zh-Hans',
): Promise<Faces> {
  const own = han[language];
  const other = han[language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'];
  const main = await openFile(stemOf(own.name, own.main));
  const latin = await openFile(stemOf(western, 'latin'));
  let lacking = without(main.fonts, characters);
  const more: Family[] = [];
  for (const { stem, has } of [western, own.name, other.name, ...signs].flatMap(filesOf)) {
    if (!lacking.some((character) => has(character.codePointAt(0) ?? 0))) continue;
    const family = await openFile(stem);
    const left = without(family.fonts, lacking);
    if (left.length < lacking.length) more.push(family);
    lacking = left;
  }
  const names = [main, ...more].map(({ name }) => name);
  return {
    fonts: [main, latin, ...more].flatMap(({ fonts }) => fonts),
    families: names,
    latin: [latin.name, ...names],
  };
}

/** The characters that a face has no glyph for. */
function without([font]: Buffer[], characters: Iterable<string>): string[] {
  const face = font === undefined ? undefined : create(font);
  if (face === undefined || face.isCollection) return [...characters];
  return [...characters].filter((character) => !face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
