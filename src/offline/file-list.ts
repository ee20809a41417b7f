import { hasShape, isNumber, isList, isText } from '../lib/guards.ts';

/** A file of the book: its path below the site's root, how large it is here and on the way, and the hash of its content. */
export type ListedFile = [path: string, size: number, sent: number, hash: string];

/** `/offline/zh.json`: all files that reading and searching the book in one language takes. */
export interface FileList {
  edition: string;
  files: ListedFile[];
}

const isFile = (value: unknown): value is ListedFile =>
  Array.isArray(value) && isText(value[0]) && isNumber(value[1]) && isNumber(value[2]) && isText(value[3]);

export const isFileList = hasShape<FileList>({ edition: isText, files: isList(isFile) });

/** Files that stand in for others in a browser which can't unpack gzip, and those that only another browser reads. */
const plainIndex = /^pagefind\/\w+\/plain-/;
const packedIndex = /^pagefind\/\w+\/(?:chunks|engine|meta|fields)-/;

/** The files that this browser reads. */
export const readHere = (
  files: readonly ListedFile[],
  canUnpack = typeof DecompressionStream === 'function',
): ListedFile[] => files.filter(([path]) => !(canUnpack ? plainIndex : packedIndex).test(path));

/** Path of a language's list. */
export const listPath = (language: string): string => `offline/${language}.json`;

/** Path of what each permanent code leads to, for a saved book that is asked for one: `{ "k7mq2": "/rules/01-02/" }`. */
export const codesPath = 'offline/codes.json';

/** Path of the page for what isn't kept. */
export const offlinePage = (language: string): string => `${language === 'en' ? 'en/' : ''}offline/`;
