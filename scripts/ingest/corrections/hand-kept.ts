import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handKeptText, type HandKept } from '../../../src/edition/hand-kept.ts';
import { projectRoot } from '../../lib/environment.ts';
import { notAFile } from '../../lib/regular-file.ts';
import { InputError } from '../input-error.ts';

/** Text of a hand-kept file: from `dir` if it is there, else from `content/`; empty if it is in neither. */
export const readHandKept = (dir: string, file: HandKept): string =>
  handKeptText(dir, file, join(projectRoot, 'content'));

/** Text of a file; `undefined` if it isn't there. */
export async function readIfThere(path: string): Promise<string | undefined> {
  const other = notAFile(path);
  if (other !== undefined)
    throw new InputError(
      `${path}: ${other} stands where a file is expected. Move it away and run ingest again.`,
    );
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
