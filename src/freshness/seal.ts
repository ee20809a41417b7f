import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What a sealed folder was made from, and what was in it. */
interface Seal {
  fingerprint: string;
  files: string;
}

const sealName = '.sealed.json';

/** A hash over names, sizes and contents of a folder's files. */
function hashOfFiles(directory: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== sealName)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const content = readFileSync(file);
    hash
      .update(`${relative(directory, file).split(sep).join('/')}\0${String(content.length)}\0`)
      .update(content);
  }
  return hash.digest('hex');
}

/** Note in a folder what it was made from, and what is in it now. */
export function sealFolder(directory: string, fingerprint: string): void {
  const seal: Seal = { fingerprint, files: hashOfFiles(directory) };
  writeFileSync(join(directory, sealName), JSON.stringify(seal));
}

/** Whether a folder was made from just this, and every file in it is as it was then. */
export function isSealed(directory: string, fingerprint: string): boolean {
  const path = join(directory, sealName);
  if (!existsSync(path)) return false;
  try {
    const seal = JSON.parse(readFileSync(path, 'utf8')) as Partial<Seal>;
    return seal.fingerprint === fingerprint && seal.files === hashOfFiles(directory);
  } catch {
    return false;
  }
}
