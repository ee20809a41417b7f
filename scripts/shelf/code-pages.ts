import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redirectPage } from '../../src/ledger/redirect-page.ts';
import type { GatheredBook } from './gather.ts';

/** Where a code of a handbook is on the shelf. */
const codePath = (id: string, code: string): string => `r/${id}/${code}/`;

/**
 * Write a page for each code of each handbook that leads to the same code on the handbook's own site.
 *
 * @returns How many there are.
 */
export async function writeCodePages(books: readonly GatheredBook[], dir: string): Promise<number> {
  let written = 0;
  for (const { id, address, codes } of books) {
    for (const { code, title } of codes) {
      const target = `${address}r/${code}/`;
      const folder = join(dir, codePath(id, code));
      await mkdir(folder, { recursive: true });
      await writeFile(
        join(folder, 'index.html'),
        redirectPage({ target, canonical: target, title: title.zh, lang: 'zh-Hans' }),
      );
      written += 1;
    }
  }
  return written;
}

/** Lines of `_redirects`: a code that is newer than the shelf leads on as well. */
export const codeRedirects = (books: readonly GatheredBook[]): string =>
  books
    .map(({ id, address }) => `/r/${id}/* ${address}r/:splat 302\n/en/r/${id}/* ${address}en/r/:splat 302\n`)
    .join('');

/** The same for nginx's `server` block. */
export const codeRewrites = (books: readonly GatheredBook[], base: string): string =>
  books
    .map(({ id, address }) => `rewrite "^${base}(en/)?r/${id}/(.*)$" "${address}$1r/$2" redirect;\n`)
    .join('');
