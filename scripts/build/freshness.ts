import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/environment.ts';

const stampName = '.built-from';

/** Whether `distDir` was built from just this content, code, lockfile and environment. */
export async function isUpToDate(contentDir: string, distDir: string): Promise<boolean> {
  try {
    return (await readFile(join(distDir, stampName), 'utf8')) === (await fingerprint(contentDir));
  } catch {
    return false;
  }
}

/** Note in `distDir` what it was built from. */
export async function markBuilt(contentDir: string, distDir: string): Promise<void> {
  await writeFile(join(distDir, stampName), await fingerprint(contentDir));
}

/** A hash over name, size and modification time of every file that a build reads. */
async function fingerprint(contentDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['CONTENT_DIR', 'SITE_URL', 'BASE_PATH'])
    hash.update(`${name}=${process.env[name] ?? ''}\n`);
  hash.update(readFileSync(join(projectRoot, 'package-lock.json')));
  for (const root of [
    contentDir,
    ...['content', 'src', 'scripts', 'public'].map((name) => join(projectRoot, name)),
  ]) {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file}\t${size}\t${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
