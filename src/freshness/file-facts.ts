import { readFileSync, statSync } from 'node:fs';

/** What was read of files, by path, with the state that they were in. */
const known = new Map<string, { state: string; facts: Map<string, unknown> }>();

/** A file that was written this short a while ago might be written again without its state showing it. */
const settled = 2000;

/**
 * A function of a file's content that is worked out once for as long as the file stays as it is: several fingerprints are made of the same code.
 * @param name of the function
 */
export function factOfFile<T>(
  name: string,
  workOut: (content: Buffer, path: string) => T,
): (path: string) => T {
  return (path) => {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    if (Date.now() - ctimeMs < settled) return workOut(readFileSync(path), path);
    const state = `${String(mtimeMs)} ${String(ctimeMs)} ${String(size)} ${String(ino)}`;
    let file = known.get(path);
    if (file?.state !== state) known.set(path, (file = { state, facts: new Map() }));
    if (!file.facts.has(name)) file.facts.set(name, workOut(readFileSync(path), path));
    return file.facts.get(name) as T;
  };
}
