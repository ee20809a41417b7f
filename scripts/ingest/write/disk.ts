import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { remember } from '../../../src/lib/remember.ts';
import { expectFile } from '../expect-file.ts';

/** Text, or the bytes of a picture. */
export type Content = string | Uint8Array;

/** Folders of an edition that ingest writes files into. */
const folders = ['.', 'chapters', 'rules', 'cases', 'front', 'pictures'];
const temporary = /^\.ingest-\d+(?:-\d+)?\.tmp$/;

/** A file's text; `undefined` if it isn't there. */
export function readText(path: string): string | undefined {
  return readBytes(path)?.toString('utf8');
}

function readBytes(path: string): Buffer | undefined {
  expectFile(path);
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Reads files below a folder. It lists each folder once: most files of a long book aren't there at first, and asking the
 * disk for each takes seconds.
 */
export function readerOf(dir: string): (path: string) => Buffer | undefined {
  const namesOf = remember((folder) => namesIn(join(dir, folder)));
  return (path) => (namesOf(dirname(path)).mayHold(basename(path)) ? readBytes(join(dir, path)) : undefined);
}

function namesIn(folder: string): { mayHold: (name: string) => boolean } {
  try {
    // Some disks don't tell capitals from small letters.
    const names = new Set(readdirSync(folder).map((name) => name.toLowerCase()));
    return { mayHold: (name) => names.has(name.toLowerCase()) };
  } catch (error) {
    // Any other fault of the folder shows when a file in it is read.
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { mayHold: () => !isMissing };
  }
}

/** Write a file through a temporary one, so that it is never half written. */
export function replace(path: string, content: Content): void {
  const draft = join(dirname(path), `.ingest-${process.pid}-${threadId}.tmp`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    // A full disk's error names no path.
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/** Remove the temporary files of runs that were killed. */
export function removeLeftovers(dir: string): void {
  for (const folder of folders.map((name) => join(dir, name))) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder))
      if (temporary.test(name)) rmSync(join(folder, name), { force: true });
  }
}
