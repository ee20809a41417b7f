import { existsSync } from 'node:fs';
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ShelfFile } from '../../src/schemas/shelf.ts';
import { markOf } from '../../src/edition/names/mark.ts';
import { contentPolicy } from '../../src/policy/content-policy.ts';
import { mergeTables } from '../../src/search/build/shelf/merge-tables.ts';
import { writeRouting } from '../../src/search/build/shelf/write-routing.ts';
import { policyHeaders } from '../../src/share/files/host-files.ts';
import type { ShelfHome } from '../../src/shelf/home.ts';
import { madeToPublish, projectRoot } from '../lib/environment.ts';
import { runTool } from '../lib/run.ts';
import { codeRedirects, codeRewrites, writeCodePages } from './code-pages.ts';
import type { GatheredBook } from './gather.ts';
import { ShelfError } from './read-shelf.ts';
import { nextHome, replaceHome } from './replace-home.ts';

/** Origins of the handbooks on other sites: the only ones that the shelf's pages may ask. */
export const originsOf = (books: readonly GatheredBook[]): string[] =>
  [
    ...new Set(
      books.filter(({ address }) => /^https?:/.test(address)).map(({ address }) => new URL(address).origin),
    ),
  ].sort();

/** What the pages of the home show. */
const homeOf = ({ title, description }: ShelfFile, books: readonly GatheredBook[]): ShelfHome => ({
  title,
  description,
  origins: originsOf(books),
  books: books.map(({ id, address, title: name, department, languages, counts, problem }) => ({
    id,
    address,
    title: name,
    mark: markOf(name.zh),
    department,
    languages,
    counts,
    searched: problem === undefined,
  })),
});

/**
 * Make the home of the shelf in `out`, beside the handbooks there, and replace the home that is there.
 *
 * @param base path that the shelf lives under, with both slashes
 * @throws ShelfError if its pages can't be built
 */
export async function writeHome(
  shelf: ShelfFile,
  books: readonly GatheredBook[],
  out: string,
  base: string,
): Promise<{ codes: number }> {
  const next = nextHome(out);
  const data = `${next}.json`;
  await mkdir(dirname(out), { recursive: true });
  try {
    const home = homeOf(shelf, books);
    await writeFile(data, JSON.stringify(home));
    const { code } = await runTool('astro', ['build', '--config', 'astro.shelf.config.mjs'], {
      env: { SHELF_HOME: data, DIST_DIR: next, ...madeToPublish },
    });
    if (code !== 0 || !existsSync(join(next, 'index.html')))
      throw new ShelfError('The shelf’s pages were not built; the message is above.');
    const searched = books.map((book) => book.searched);
    writeRouting(
      join(next, 'shelf'),
      books.map(({ listed }) => listed),
      searched.map((each) => each?.summary),
      mergeTables(
        searched.flatMap((each) =>
          each ? [{ language: each.head.language, summary: each.summary, tables: each.tables }] : [],
        ),
      ),
    );
    const codes = await writeCodePages(books, next);
    await writeHostFiles(next, books, base, contentPolicy('headers', home.origins));
    await replaceHome(next, out);
    return { codes };
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(data, { force: true });
    // Types of this site that Astro writes; nothing reads them.
    await rm(join(projectRoot, 'src', 'shelf', '.astro'), { recursive: true, force: true });
  }
}

async function writeHostFiles(
  dir: string,
  books: readonly GatheredBook[],
  base: string,
  policy: string,
): Promise<void> {
  const headers = policyHeaders(['search', 'en/search'], ['/', '/en/', '/404.html'], policy);
  const kept = ['pairs', 'runs', 'words', 'tables'].map(
    (stem) => `/shelf/${stem}-*\n  Cache-Control: public, max-age=31536000, immutable\n`,
  );
  await appendFile(join(dir, '_headers'), headers + kept.join(''));
  await appendFile(join(dir, '_redirects'), codeRedirects(books));
  await writeFile(join(dir, 'codes.nginx.conf'), codeRewrites(books, base));
}
