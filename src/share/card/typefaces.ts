import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BookLanguage } from '../../schemas/book.ts';

/** A typeface as it comes in a package: cut into files by character range, in one file for all weights or one for each. */
interface Typeface {
  package: string;
  /** Absent if a file has all weights. */
  weights?: readonly number[];
  /** Of the common Han characters, its files have just those that their ranges name. */
  hasAllHan?: boolean;
}

const simplified: Typeface = { package: '@fontsource-variable/noto-serif-sc', hasAllHan: true };
const traditional: Typeface = { package: '@fontsource-variable/noto-serif-tc' };
/** What the Chinese faces lack: rarer Han, other alphabets, signs, pictures in one colour. */
const others: Typeface[] = [
  { package: '@fontsource-variable/noto-serif-jp' },
  { package: '@fontsource/noto-serif', weights: [300, 400, 700] },
  { package: '@fontsource/noto-sans-symbols-2', weights: [400] },
  { package: '@fontsource/noto-sans-symbols', weights: [300, 400, 700] },
  { package: '@fontsource/noto-emoji', weights: [300, 400, 700] },
];

/** A file of a typeface that may have a character. */
export interface FaceFile {
  path: string;
  /** All weights are in it. */
  variable: boolean;
  hasAllHan: boolean;
  ranges: [first: number, last: number][];
}

const readRanges = (ranges: string): FaceFile['ranges'] =>
  ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });

const nearest = (weight: number, weights: readonly number[]): number =>
  weights.reduce((best, each) => (Math.abs(each - weight) < Math.abs(best - weight) ? each : best));

/** A package's `unicode.json`: which file is for which characters. */
function filesOf({ package: name, weights, hasAllHan = false }: Typeface, weight: number): FaceFile[] {
  const directory = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const table = JSON.parse(readFileSync(join(directory, 'unicode.json'), 'utf8')) as Record<string, string>;
  const stem = name.split('/').at(-1) ?? '';
  const style = weights === undefined ? 'wght' : String(nearest(weight, weights));
  return Object.entries(table).map(([key, ranges]) => ({
    path: join(directory, 'files', `${stem}-${key.replace(/[[\]]/g, '')}-${style}-normal.woff2`),
    variable: weights === undefined,
    hasAllHan,
    ranges: readRanges(ranges),
  }));
}

const opened = new Map<string, FaceFile[]>();

/** Files of the typefaces that a character is looked for in, typeface by typeface: the book's own script first. */
export function* faceFilesInTurn(language: BookLanguage, weight: number): Generator<FaceFile[]> {
  const own = language === 'zh-Hant' ? [traditional, simplified] : [simplified, traditional];
  for (const face of [...own, ...others]) {
    const key = `${face.package} ${String(weight)}`;
    const files = opened.get(key) ?? filesOf(face, weight);
    opened.set(key, files);
    yield files;
  }
}

/** All of these files, in their order. */
export const faceFiles = (language: BookLanguage, weight: number): FaceFile[] =>
  [...faceFilesInTurn(language, weight)].flat();

export const mayHave = ({ ranges }: FaceFile, code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

/** Whether the table is enough to know that a file has a character, without reading the file. */
export const surelyHas = (file: FaceFile, code: number): boolean =>
  file.hasAllHan && code >= 0x4e00 && code <= 0x9fff && mayHave(file, code);
