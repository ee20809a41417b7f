import { grouped } from '../grouped.ts';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { notAFile } from '../../lib/regular-file.ts';
import { InputError } from '../input-error.ts';
import { decode, type Encoding } from './text/decode.ts';
import type { Request } from './adapters.ts';
import { formatOf, isHtml, isMarkdown } from './format-of.ts';
import { readGuarded } from './guarded.ts';
import { readBounded } from './read-bounded.ts';
import { refuseUnlikeBooks } from './text/bounds.ts';
import { splitLines } from './text/lines.ts';
import { refuseOtherTexts } from './text/other-texts.ts';
import { readFolder } from './folder.ts';
import type { Source } from './extract/source.ts';

/** A file or folder as it lies on the disk. */
export type SourceBytes = { name: string } & (
  | { bytes: Uint8Array; files?: never }
  /** Files of a folder, by their path in it. */
  | { files: Map<string, Uint8Array>; bytes?: never }
);

/** Larger files are no books, with all their pictures; and longer texts are none. */
const [maxFile, maxText] = [150_000_000, 105_000_000];

/**
 * Read the bytes of a source.
 * @throws InputError if there is no file that can be read
 */
export async function readSourceBytes(path: string): Promise<SourceBytes> {
  const name = basename(path);
  const other = notAFile(path);
  if (other !== undefined && other !== 'a folder')
    throw new InputError(`This is ${other}, which may have no end. Write the text to a file and give that.`);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { name, files: await readFolder(path) };
    const bytes = found.size > maxFile ? undefined : await readBounded(path, maxFile);
    if (bytes === undefined)
      throw new InputError(
        `The file is larger than a book with its pictures (${found.size > maxFile ? `${Math.round(found.size / 1e6)} MB; ` : ''}${maxFile / 1e6} MB are read). Make its pictures smaller, or split it.`,
      );
    return { name, bytes };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new InputError('There is no such file. Check the path.');
    if (code === 'EACCES' || code === 'EPERM')
      throw new InputError('The file may not be read. Check its permissions.');
    throw new InputError(`The file can't be read: ${message}`);
  }
}

/** A fingerprint of a source, to see whether it is still the same. */
export function hashOf(source: SourceBytes): string {
  const hash = createHash('sha256');
  for (const each of source.files ? source.files.values() : [source.bytes]) hash.update(each);
  return hash.digest('hex');
}

/**
 * Read a source of any format, told by what is in it. All but plain text are read by another process.
 * @param read reads what is no plain text
 * @throws InputError if it is damaged, encrypted or of a format that is not read
 */
export async function readSource(
  source: SourceBytes,
  encoding?: Encoding,
  read: (request: Request) => Promise<Source> = readGuarded,
): Promise<Source> {
  const { name } = source;
  if (source.files) return refuseBare(await read({ format: 'folder', files: source.files, encoding }));
  const { bytes } = source;
  const format = formatOf(bytes);
  if (format) return refuseBare(await read({ format, bytes }));
  if (isHtml(bytes)) return refuseBare(await read({ format: 'html', bytes, encoding }));
  if (bytes.length > maxText)
    throw new InputError(
      `The text is longer than any book (${Math.round(bytes.length / 1e6)} MB; ${maxText / 1e6} MB are read). Split it, and give its parts.`,
    );
  const decoded = decode(bytes, encoding);
  const { text } = decoded;
  refuseOtherTexts(text);
  refuseUnlikeBooks(text);
  if (isMarkdown(text, name)) {
    const markdown = refuseBare(await read({ format: 'markdown', text, size: bytes.length }));
    return { ...markdown, encoding: decoded.encoding, damaged: decoded.damaged };
  }
  const { lines, dropped: controls } = splitLines(text);
  return { format: 'text', ...decoded, lines, controls, leftOut: [], pictures: new Map(), metadata: {} };
}

/** More headings than this have so many characters of text each, on average. */
const [manyHeadings, minSection] = [10_000, 100];

/**
 * Refuse a source whose headings have hardly any text between them, before the thousands of files that it would make.
 * @throws InputError that names their number
 */
function refuseBare(source: Source): Source {
  refuseUnlikeBooks(source.text);
  const headings = source.lines.filter(({ format }) => format?.kind === 'heading').length;
  if (headings > manyHeadings && source.text.length < minSection * headings)
    throw new InputError(
      `The book has ${grouped(headings)} headings with ${Math.round(source.text.length / headings)} characters each on average; more than ${grouped(manyHeadings)} are read where they have ${minSection} or more. Check whether its text is missing, or split it, and give its parts.`,
    );
  return source;
}
