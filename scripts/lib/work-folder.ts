import { createHash } from 'node:crypto';
import { basename, extname, resolve } from 'node:path';

/**
 * Folder of a reader's own book below the project: named after its file for people, and after its whole path for certain.
 * Whatever the file is called (`...txt`, `CON.txt`), the folder lies in `.work/`, and two files share none.
 */
export function workFolder(source: string): string {
  const name = basename(source, extname(source))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = Array.from(name).slice(0, 40).join('') || 'book';
  return `.work/${short}-${createHash('sha256').update(resolve(source)).digest('hex').slice(0, 8)}`;
}
