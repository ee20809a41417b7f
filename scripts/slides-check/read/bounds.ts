import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { relative, resolve, sep, isAbsolute } from 'node:path';
import { DocumentError } from './document.ts';

/** Limits for a deck. One of a few hundred slides with pictures stays far below them. */
export const bounds = {
  /** Of the file itself. */
  fileBytes: 200 * 2 ** 20,
  /** Of all parts of a package together, unpacked. */
  unpackedBytes: 200 * 2 ** 20,
  /** Of one picture. */
  pixels: 16 * 2 ** 20,
  /** Pictures that are searched for a QR code. */
  pictures: 500,
  /** Of a file. */
  links: 10_000,
  pages: 2_000,
  seconds: 8,
  /** Of the whole command while it reads a file. A thread's heap has a limit of its own, but not what it allocates beside. */
  memoryBytes: 400 * 2 ** 20,
} as const;

/**
 * Read a regular file of limited size.
 *
 * @throws DocumentError if it is too large, or a folder, a device or a pipe, or isn't there
 */
export function readRegularFile(path: string): Uint8Array {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new DocumentError('There is no such file.');
  const target = found.isSymbolicLink() ? lstatSync(realpathSync(path)) : found;
  if (!target.isFile()) throw new DocumentError('It is no regular file. Give a file with the deck.');
  if (target.size > bounds.fileBytes)
    throw new DocumentError(
      `It has ${Math.round(target.size / 2 ** 20)} MB; files of up to ${bounds.fileBytes / 2 ** 20} MB are read.`,
    );
  return readFileSync(path);
}

/** A file that a deck refers to; `undefined` if it is outside the deck's folder or no regular file. */
export function readBeside(source: string, directory: string): Uint8Array | undefined {
  try {
    const root = realpathSync(directory);
    const path = realpathSync(resolve(root, decodeURIComponent(source)));
    const below = relative(root, path);
    if (below === '' || isAbsolute(below) || below.split(sep)[0] === '..') return undefined;
    return readRegularFile(path);
  } catch {
    return undefined;
  }
}
