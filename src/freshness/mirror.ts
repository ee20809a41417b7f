import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { putIfOther } from './put-file.ts';

/**
 * Make a folder the same as another. What it lacks become links to the other's files, where the file system has them: whoever changes a file of
 * either folder has to replace it (`putFile`).
 */
export function mirror(from: string, to: string): void {
  const there = lstatSync(to, { throwIfNoEntry: false });
  if (there?.isDirectory() === false) rmSync(to);
  if (there?.isDirectory() !== true) mkdirSync(to, { recursive: true });
  const entries = readdirSync(from, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  for (const name of readdirSync(to)) if (!names.has(name)) rmSync(join(to, name), { recursive: true });
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) mirror(source, target);
    else if (entry.isFile()) mirrorFile(source, target);
  }
}

function mirrorFile(source: string, target: string): void {
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there === undefined) {
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
    }
  } else if (there.ino !== lstatSync(source).ino) putIfOther(target, readFileSync(source));
}
