import { createHash, hash as hashOf } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { factOfFile } from './file-facts.ts';
import { withImports } from './imports.ts';

const digestOf = factOfFile('digest', (content) => hashOf('sha256', content));

/** All that a made thing depends on. Paths may be relative to the project. */
export interface Dependencies {
  /** Files and folders that it is made from; one that isn't there counts as well. */
  data?: readonly string[];
  /** The code that makes it: files, with all that they import, and whole folders. */
  code?: readonly string[];
  /** Whatever else goes in: an address, options. */
  values?: unknown;
  /** The project's folder. Default: where the command runs. */
  project?: string;
}

/** Files below a path, in a fixed order; the path itself if it is a file. */
function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The one answer to “has anything changed that this depends on?”: a hash over the data, over the code that makes the
 * thing with everything it imports, over the packages (`package-lock.json`) and over the values.
 */
export function fingerprintOf({
  data = [],
  code = [],
  values,
  project = process.cwd(),
}: Dependencies): string {
  const hash = createHash('sha256').update(`${JSON.stringify(values ?? null)}\n`);
  const add = (file: string) => {
    const name = relative(project, file).split(sep).join('/');
    hash.update(`${name}\0${digestOf(file)}\0`);
  };
  for (const path of data.map((name) => resolve(project, name))) {
    if (existsSync(path)) filesBelow(path).forEach(add);
    else hash.update(`${relative(project, path)} is not there\0`);
  }
  const roots = code.map((name) => resolve(project, name)).filter((path) => existsSync(path));
  withImports(roots.flatMap(filesBelow)).forEach(add);
  const lock = join(project, 'package-lock.json');
  if (existsSync(lock)) add(lock);
  return hash.digest('hex').slice(0, 32);
}
