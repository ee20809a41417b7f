import { createHash } from 'node:crypto';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { projectRoot } from './environment.ts';

/**
 * Folder of a reader's own book, below the project's: `.work/门店-1a2b3c4d` for `门店.txt`. The name of the file is for people;
 * the hash of its path keeps two files of one name apart. A file that was dropped on the desk is in its folder already:
 * `.work/门店/source/门店.txt`.
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
