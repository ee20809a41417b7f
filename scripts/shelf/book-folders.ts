import { existsSync, readdirSync, statSync } from 'node:fs';
import { cp, lstat, mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { ShelfBook } from '../../src/schemas/shelf.ts';
import { changePlaces, nextSite, tidySites } from '../build/change-places.ts';
import { run } from '../lib/run.ts';
import { ShelfError } from './read-shelf.ts';

/** Folder of the output for the handbooks that are published together with the shelf. */
export const booksFolder = 'books';

/** A handbook that is listed by folder. */
export interface FolderBook {
  id: string;
  /** Ingested content, or a built site. */
  folder: string;
  built: boolean;
}

/**
 * The handbooks that are listed by folder. Folders are relative to the list.
 *
 * @throws ShelfError if one is neither content nor a site; every one of them is named
 */
export function folderBooks(books: readonly ShelfBook[], list: string): FolderBook[] {
  const problems: string[] = [];
  const found = books.flatMap(({ id, folder }): FolderBook[] => {
    if (folder === undefined) return [];
    const path = resolve(dirname(list), folder);
    const built = existsSync(join(path, 'handbook.json'));
    if (!built && !existsSync(join(path, 'chapters'))) {
      problems.push(
        `${id}: folder: expected ingested content (with chapters/) or a built site (with handbook.json) in ${path}, found neither. Run \`npm run ingest -- SOURCE --out ${folder}\`, or correct the folder.`,
      );
      return [];
    }
    return [{ id, folder: path, built }];
  });
  if (problems.length > 0) throw new ShelfError(problems.join('\n'));
  return found;
}

/** An estimate of the work for a folder's book that is the same on every machine: bytes of its input. */
export function sizeOf({ folder, built }: FolderBook): number {
  if (built) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !entry.name.startsWith('.'))
      bytes += statSync(join(entry.parentPath, entry.name)).size;
  return bytes;
}

/** Path of a handbook that is published with the shelf, below the shelf's base path. */
export const pathOfBook = (id: string): string => `${booksFolder}/${id}/`;

/**
 * Build a handbook into the shelf's output, or copy it there.
 *
 * @param base path of the shelf, with both slashes
 * @throws ShelfError
 */
export async function placeBook({ id, folder, built }: FolderBook, out: string, base: string): Promise<void> {
  const target = join(out, booksFolder, id);
  await mkdir(dirname(target), { recursive: true });
  if (built) {
    const next = nextSite(target);
    await tidySites(target);
    await copySite(id, folder, next);
    await changePlaces(next, target);
    return;
  }
  const { code } = await run(process.execPath, ['scripts/build.ts'], {
    env: { CONTENT_DIR: folder, DIST_DIR: target, BASE_PATH: `${base}${pathOfBook(id)}` },
  });
  if (code !== 0) throw new ShelfError(`${id} was not built; its message is above.`);
}

/**
 * Copy a built site. It may be anybody's, and a symbolic link in it would publish whatever it leads to on this machine.
 *
 * @throws ShelfError if it holds one
 */
async function copySite(id: string, folder: string, target: string): Promise<void> {
  await cp(folder, target, {
    recursive: true,
    filter: async (path) => {
      if (path !== folder && (await lstat(path)).isSymbolicLink())
        throw new ShelfError(
          `${id}: ${relative(folder, path)} is a symbolic link, and a built site has none. Copy the file itself there, or remove the link.`,
        );
      return true;
    },
  });
}
