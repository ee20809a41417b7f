import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/environment.ts';
import { InputError } from './input-error.ts';

/** Text of a hand-kept file: from `dir` if it stands there, else from `content/`; empty where it stands in neither. */
export async function readHandKept(dir: string, file: string): Promise<{ path: string; text: string }> {
  for (const folder of [dir, join(projectRoot, 'content')]) {
    const path = join(folder, file);
    const text = await readIfThere(path);
    if (text !== undefined) return { path, text };
  }
  return { path: join(dir, file), text: '' };
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

/** Parse a hand-kept file; a fault in it is the input's, and the message names the file. */
export function parseHandKept<T>(path: string, text: string, parse: (yaml: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    throw new InputError(`${path} can't be used: ${(error as Error).message}`);
  }
}
