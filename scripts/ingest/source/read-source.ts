import { readFile } from 'node:fs/promises';
import { InputError } from '../input-error.ts';

/**
 * Read the source's bytes.
 * @throws InputError where there is no file that can be read
 */
export async function readSource(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new InputError('There is no such file. Check the path.');
    if (code === 'EISDIR') throw new InputError('This is a folder. Give the text file in it.');
    if (code === 'EACCES' || code === 'EPERM')
      throw new InputError('The file may not be read. Check its permissions.');
    if (code === 'ERR_FS_FILE_TOO_LARGE') throw new InputError('The file is larger than 2 GB. Split it.');
    throw new InputError(`The file can't be read: ${message}`);
  }
}
