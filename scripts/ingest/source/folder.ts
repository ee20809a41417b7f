import { readdir, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { InputError } from '../input-error.ts';
import { readBounded } from './read-bounded.ts';
import { decodeName } from './text/decode-name.ts';

const wanted = /\.(?:md|markdown|mkdn?|mdown|png|jpe?g|gif|webp)$|(?:^|\/)mkdocs\.ya?ml$/i;
/** Folders that programs keep beside a book's text. */
const ignored = /^(?:\.|node_modules$|_book$|site$|dist$)/;
const maxFiles = 5000;
/** Files of any kind that are looked at. */
const maxSeen = 100_000;
const maxDepth = 12;
const maxBytes = 150_000_000;

interface Found {
  /** As the disk has it, which may be in no encoding at all. */
  path: Buffer;
  /** In the folder, with slashes. */
  inside: string;
}

/**
 * The Markdown files and pictures of a folder, by their path in it, with slashes. Links are not followed: they may lead out of
 * it.
 * @throws InputError if it is far larger than a book
 */
export async function readFolder(path: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const { path: full, inside } of await findFiles(await realpath(path))) {
    const file = await readBounded(full, maxBytes - bytes);
    if (file === undefined)
      throw new InputError('The folder is larger than a book. Give the folder of the book itself.');
    bytes += file.length;
    files.set(inside, file);
  }
  if (![...files.keys()].some((name) => /\.m[a-z]+$/i.test(name)))
    throw new InputError(
      'The folder holds no Markdown files. Give a folder with .md files, or the file of the book.',
    );
  return files;
}

async function findFiles(root: string): Promise<Found[]> {
  const found: Found[] = [];
  let seen = 0;
  const walk = async (folder: Buffer, above: string, depth: number): Promise<void> => {
    if (depth > maxDepth) return;
    for (const entry of await readdir(folder, { withFileTypes: true, encoding: 'buffer' })) {
      const name = decodeName(entry.name);
      if (ignored.test(name)) continue;
      seen += 1;
      const path = Buffer.concat([folder, Buffer.from(sep), entry.name]);
      const inside = above + name;
      if (entry.isDirectory()) await walk(path, `${inside}/`, depth + 1);
      else if (entry.isFile() && wanted.test(inside)) found.push({ path, inside });
      if (found.length > maxFiles || seen > maxSeen)
        throw new InputError(
          'The folder holds far more files than a book has. Give the folder of the book itself.',
        );
    }
  };
  await walk(Buffer.from(root), '', 0);
  return found.sort((a, b) => (a.inside < b.inside ? -1 : 1));
}
