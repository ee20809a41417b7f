import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../lib/environment.ts';

/** Text of a hand-kept file: from `dir` if it stands there, else from `content/`; empty where it stands in neither. */
export async function readHandKept(dir: string, file: string): Promise<string> {
  return (
    (await readIfThere(join(dir, file))) ?? (await readIfThere(join(projectRoot, 'content', file))) ?? ''
  );
}

/** Text of a file; `undefined` where it isn't there. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
