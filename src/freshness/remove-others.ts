import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Remove all files of a folder but these, and folders that are empty then.
 * @param paths with slashes, below the folder
 * @returns how many files and folders are left at the top
 */
export function removeOthers(folder: string, paths: ReadonlySet<string>, below = ''): number {
  let left = 0;
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`;
    const stays = entry.isDirectory() ? removeOthers(folder, paths, `${path}/`) > 0 : paths.has(path);
    if (stays) left += 1;
    else rmSync(join(folder, path), { recursive: true });
  }
  return left;
}
