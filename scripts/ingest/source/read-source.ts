import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { notAFile } from '../../lib/regular-file.ts';
import { InputError } from '../input-error.ts';
import { decode, type Encoding } from './text/decode.ts';
import { formatOf, isHtml, isMarkdown } from './format-of.ts';
import { readGuarded } from './guarded.ts';
import { splitLines } from './text/lines.ts';
import { readFolder } from './folder.ts';
import type { Source } from './extract/source.ts';

/** A file or folder as it lies on the disk. */
export interface SourceBytes {
  name: string;
  bytes: Uint8Array;
  /** Of a folder, its files; `bytes` are theirs, one behind the other. */
  files?: Map<string, Uint8Array>;
}

/**
 * Read the bytes of a source.
 * @throws InputError where there is no file that can be read
 */
export async function readSourceBytes(path: string): Promise<SourceBytes> {
  const name = basename(path);
  const other = notAFile(path);
  if (other !== undefined && other !== 'a folder')
    throw new InputError(`This is ${other}, which may have no end. Write the text to a file and give that.`);
  try {
    if ((await stat(path)).isDirectory()) {
      const files = await readFolder(path);
      return { name, bytes: Buffer.concat([...files.values()]), files };
    }
    return { name, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new InputError('There is no such file. Check the path.');
    if (code === 'EACCES' || code === 'EPERM')
      throw new InputError('The file may not be read. Check its permissions.');
    if (code === 'ERR_FS_FILE_TOO_LARGE') throw new InputError('The file is larger than 2 GB. Split it.');
    throw new InputError(`The file can't be read: ${message}`);
  }
}

/**
 * Read a source of any format, told by what is in it. All but plain text are read by another thread.
 * @throws InputError where it is damaged, encrypted or of a format that is not read
 */
export async function readSource(source: SourceBytes, encoding?: Encoding): Promise<Source> {
  const { bytes, name, files } = source;
  if (files) return readGuarded({ format: 'folder', files, encoding });
  const format = formatOf(bytes);
  if (format) return readGuarded({ format, bytes });
  if (isHtml(bytes)) return readGuarded({ format: 'html', bytes, encoding });
  const decoded = decode(bytes, encoding);
  const { text } = decoded;
  if (isMarkdown(text, name)) {
    const read = await readGuarded({ format: 'markdown', text, size: bytes.length });
    return { ...read, encoding: decoded.encoding, damaged: decoded.damaged };
  }
  const { lines, dropped: controls } = splitLines(text);
  return { format: 'text', ...decoded, lines, controls, leftOut: [], pictures: new Map(), metadata: {} };
}
