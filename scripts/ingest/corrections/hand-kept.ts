import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handKeptText, type HandKept } from '../../../src/edition/hand-kept.ts';
import { projectRoot } from '../../lib/environment.ts';

/** Text of a hand-kept file: from `dir` if it is there, else from `content/`; empty if it is in neither. */
export const readHandKept = (dir: string, file: HandKept): string =>
  handKeptText(dir, file, join(projectRoot, 'content'));

/** Text of a file; `undefined` if it isn't there. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
