import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteRoot } from '../../lib/addresses.ts';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Hash of all that shared files are made from: the edition, where it will live, this code and its dependencies. */
export async function fingerprintOf(contentDir: string, root: SiteRoot): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(root));
  const files = [
    ...(await filesBelow(contentDir, [
      'chapters',
      'rules',
      'cases',
      'front',
      'permalinks.yaml',
      'book.yaml',
    ])),
    ...(await filesBelow(projectRoot, [
      'src/share',
      'src/schemas',
      'src/lib/han-number.ts',
      'src/edition',
      'src/styles/palette.ts',
      'package-lock.json',
    ])),
  ];
  const contents = files.map((file) => readFileSync(file));
  for (const [index, file] of files.entries()) {
    const base = file.startsWith(contentDir) ? contentDir : projectRoot;
    hash.update(`${relative(base, file)}\0${contents[index]!.length}\0`).update(contents[index]!);
  }
  return hash.digest('hex').slice(0, 32);
}

async function filesBelow(directory: string, names: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const path = join(directory, name);
    if (!existsSync(path)) continue;
    if (/\.\w+$/.test(name)) found.push(path);
    else {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      found.push(
        ...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
      );
    }
  }
  return found.sort();
}
