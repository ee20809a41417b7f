import { notAFile } from '../lib/regular-file.ts';
import { InputError } from './input-error.ts';

/**
 * Refuse a path at which something other than a file is, before it is read: a pipe would be waited for without end.
 * @throws InputError that names the path and what is there
 */
export function expectFile(path: string): void {
  const other = notAFile(path);
  if (other !== undefined)
    throw new InputError(
      `${path}: there is ${other} where a file is expected. Move it away and run ingest again.`,
    );
}
