import { createHash } from 'node:crypto';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { projectRoot } from './environment.ts';

/**
 * Folder of a reader's own book below the project: named after its file for people, and after its whole path for certain.
 * Whatever the file is called (`...txt`, `CON.txt`), the folder lies in `.work/`, and two files share none. A file that
 * was dropped on the desk is kept in its folder already: `.work/门店/source/门店.txt`.
 */
export function workFolder(source: string): string {
  const [own = '', folder, ...file] = relative(join(projectRoot, '.work'), resolve(source)).split(sep);
  if (own !== '..' && folder === 'source' && file.length === 1) return `.work/${own}`;
  const name = basename(source, extname(source))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = Array.from(name).slice(0, 40).join('') || 'book';
  return `.work/${short}-${createHash('sha256').update(resolve(source)).digest('hex').slice(0, 8)}`;
}
