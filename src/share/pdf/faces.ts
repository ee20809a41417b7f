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

/** A file of a package, in one or more weights. */
interface FaceFile {
  /** Path without the weight: `…/files/noto-serif-sc-latin`. */
  stem: string;
  /** Family name that it gets: `Book A119`. */
  family: string;
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
/** Packages in an order of their own, which family names are made from. */
const packages = [...Object.values(han).map(({ name }) => name), western, ...signs];

/** Code points as a package's table has them: `U+4e00-4e03,U+4e07`. */
function readRanges(ranges: string): (code: number) => boolean {
  const list = ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (code) => list.some(([first, last]) => code >= first && code <= last);
}

/** The table of a package: its files, and the characters of each. Big faces are cut into many files. */
const tableOf = (name: string): [script: string, ranges: string][] =>
  Object.entries(createRequire(import.meta.url)(`${name}/unicode.json`) as Record<string, string>);

/**
 * A file of a package. A PDF holds the names of its families. So they are made from the package and the file's place
 * in it, never from what was opened before, and have nothing of a machine in them.
 */
function fileOf(name: string, script: string): FaceFile {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const place = tableOf(name).findIndex(([key]) => key === script);
  return {
    stem: join(folder, 'files', `${name.split('/').at(-1) ?? ''}-${script.replace(/[[\]]/g, '')}`),
    // The file with most of a Han face is in no table.
    family: `Book ${String.fromCharCode(65 + packages.indexOf(name))}${place < 0 ? '' : String(place)}`,
  };
}

/** A file in the weights that it comes in. */
interface Family {
  name: string;
  fonts: Buffer[];
}

const opened = new Map<string, Promise<Family>>();
let unpacking: Promise<unknown> = Promise.resolve();

/** A file in the weights that there are, unpacked, under its family name. */
function openFile({ stem, family }: FaceFile): Promise<Family> {
  const known = opened.get(stem);
  if (known !== undefined) return known;
  // One after the other: the unpacker hands out memory that it uses again for the next font.
  const file = unpacking.then(async () => ({ name: family, fonts: await unpack(stem, family) }));
  unpacking = file.catch(() => undefined);
  opened.set(stem, file);
  return file;
}

async function unpack(stem: string, family: string): Promise<Buffer[]> {
  const fonts: Buffer[] = [];
  for (const weight of weights) {
    const path = `${stem}-${weight}-normal.woff2`;
    if (!existsSync(path)) continue;
    const font = Buffer.from(await decompress(readFileSync(path)));
    renameFamily(font, family);
    fonts.push(font);
  }
  return fonts;
}

/**
 * Open fonts that together have these characters: first the file of the Han face with most of what the book
 * needs, then smaller files for the rest. Each has a family name of its own. So the order given here decides
 * which font draws a character, and no font of the machine is ever used.
 * @param language script whose forms come first
 */
export async function openFaces(
  characters: ReadonlySet<string>,
  language: BookLanguage = 'zh-Hans',
): Promise<Faces> {
  const own = han[language];
  const other = han[language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'];
  const main = await openFile(fileOf(own.name, own.main));
  const latin = await openFile(fileOf(western, 'latin'));
  let lacking = without(main.fonts, characters);
  const more: Family[] = [];
  for (const { name, script, has } of [western, own.name, other.name, ...signs].flatMap(scriptsOf)) {
    if (!lacking.some((character) => has(character.codePointAt(0) ?? 0))) continue;
    const family = await openFile(fileOf(name, script));
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

/** The files that a package is cut into, with the characters that each is for. */
const scriptsOf = (name: string) =>
  tableOf(name).map(([script, ranges]) => ({ name, script, has: readRanges(ranges) }));

/** The characters that a face has no glyph for. */
function without([font]: Buffer[], characters: Iterable<string>): string[] {
  const face = font === undefined ? undefined : create(font);
  if (face === undefined || face.isCollection) return [...characters];
  return [...characters].filter((character) => !face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
