import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '../input-error.ts';

const wanted = /\.(?:md|markdown|mkdn?|mdown|png|jpe?g|gif|webp)$|(?:^|\/)mkdocs\.ya?ml$/i;
/** Folders that programs keep beside a book's text. */
const ignored = /^(?:\.|node_modules$|_book$|site$|dist$)/;
const maxFiles = 5000;
const maxDepth = 12;
const maxBytes = 400_000_000;

/**
 * The Markdown files and pictures of a folder, by their path in it, with slashes. Links that lead out of it are not followed.
 * @throws InputError where it is far larger than a book
 */
export async function readFolder(path: string): Promise<Map<string, Uint8Array>> {
  const root = await realpath(path);
  const found: string[] = [];
  const walk = async (folder: string, depth: number): Promise<void> => {
    if (depth > maxDepth) return;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (ignored.test(entry.name)) continue;
      const full = join(folder, entry.name);
      const inside = relative(root, full).split(sep).join('/');
      if (entry.isDirectory()) await walk(full, depth + 1);
      else if (entry.isFile() && wanted.test(inside)) found.push(full);
      if (found.length > maxFiles)
        throw new InputError(
          'The folder holds far more files than a book has. Give the folder of the book itself.',
        );
    }
  };
  await walk(root, 0);
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const full of found.sort()) {
    bytes += (await stat(full)).size;
    if (bytes > maxBytes)
      throw new InputError('The folder is larger than a book. Give the folder of the book itself.');
    files.set(relative(root, full).split(sep).join('/'), await readFile(full));
  }
  if (![...files.keys()].some((name) => /\.m[a-z]+$/i.test(name)))
    throw new InputError(
      'The folder holds no Markdown files. Give a folder with .md files, or the file of the book.',
    );
  return files;
}
