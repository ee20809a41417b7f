import { createHash, type Hash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const short = (hash: Hash): string => hash.digest('hex').slice(0, 8);

/** Put a file into a folder, under a name that changes with the content, so that it may be kept forever. Returns the name. */
export async function putNamed(
  folder: string,
  stem: string,
  extension: string,
  content: string | Uint8Array,
): Promise<string> {
  const name = `${stem}-${short(createHash('sha256').update(content))}.${extension}`;
  await writeFile(join(folder, name), content);
  return name;
}

/** Put files into a folder of their own, whose name changes with what they hold. Returns the folder's name. */
export async function putAll(
  folder: string,
  stem: string,
  files: Iterable<readonly [name: string, content: string | Uint8Array]>,
): Promise<string> {
  const hash = createHash('sha256');
  const unnamed = join(folder, stem);
  await mkdir(unnamed, { recursive: true });
  for (const [name, content] of files) {
    hash.update(content);
    await writeFile(join(unnamed, name), content);
  }
  const named = `${stem}-${short(hash)}`;
  await rename(unnamed, join(folder, named));
  return named;
}

export const putJson = (folder: string, stem: string, value: unknown): Promise<string> =>
  putNamed(folder, stem, 'json', JSON.stringify(value));
