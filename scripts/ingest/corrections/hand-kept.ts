import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handKeptPath, handKeptText, type HandKept } from '../../../src/edition/files/hand-kept.ts';
import { textOfFile } from '../../../src/edition/files/read-text.ts';
import { ContentError } from '../../../src/edition/files/yaml-text.ts';
import { projectRoot } from '../../lib/environment.ts';
import { expectFile } from '../expect-file.ts';
import { InputError } from '../input-error.ts';

/** Text of a hand-kept file: from `dir` if it is there, else from `content/`; empty if it is in neither. */
export function readHandKept(dir: string, file: HandKept): string {
  const shipped = join(projectRoot, 'content');
  expectFile(handKeptPath(dir, file, shipped) ?? join(dir, file));
  return asInput(() => handKeptText(dir, file, shipped));
}

/** Read something; a file that isn't UTF-8 is a fault of the input. */
function asInput(read: () => string): string {
  try {
    return read();
  } catch (error) {
    throw error instanceof ContentError ? new InputError(error.message) : error;
  }
}

/** Bytes of a file; `undefined` if it isn't there. */
async function bytesIfThere(path: string): Promise<Buffer | undefined> {
  expectFile(path);
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Text of a file that ingest writes again, whatever has become of it; `undefined` if it isn't there. */
export const readIfThere = async (path: string): Promise<string | undefined> =>
  (await bytesIfThere(path))?.toString('utf8');

/** Text of a file that must not lose a character; `undefined` if it isn't there. */
export async function readWhole(path: string): Promise<string | undefined> {
  const bytes = await bytesIfThere(path);
  return bytes && asInput(() => textOfFile(path, bytes));
}
