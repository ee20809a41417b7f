// Makes a site's pages by the program of a former build. Exit code 3: they can't be made so, and Astro has to build the site.
import { readEntriesAnew, storeOf, type KeptEntries } from '../../../src/integrations/kept-pages/entries.ts';
import { pagesFingerprint } from '../../../src/integrations/kept-pages/fingerprint.ts';
import { pagesCacheDir } from '../../../src/integrations/kept-pages/kept-pages.ts';
import { PageCache } from '../../../src/integrations/kept-pages/page-cache.ts';
import { addressOf, fileOf } from '../../../src/integrations/kept-pages/page-files.ts';
import { siteEnvironment } from '../../lib/environment.ts';
import { loadProgram } from './program.ts';
import { writePages } from './write-pages.ts';

const notSo = 3;

const origin = new URL(process.env['SITE_URL'] ?? 'http://localhost:4321').origin;
const distDir = process.argv[2] ?? '';
const { contentDir } = siteEnvironment();

/** @returns how many pages there are and were made, or `undefined` if they can't be made without Astro */
async function makePages(): Promise<{ pages: number; made: number } | undefined> {
  const cache = new PageCache(pagesCacheDir, await pagesFingerprint(contentDir));
  const former = cache.open();
  const formerEntries = former?.entries();
  if (former === undefined || formerEntries === undefined) return undefined;
  const entries = await readEntriesAnew(contentDir, JSON.parse(formerEntries) as KeptEntries);
  const program = await loadProgram(former.program, storeOf(contentDir, entries));
  const paths = (await program.paths()).map((path) => ({ ...path, type: path.route.type }));
  // Other pages than in the former build are in the map of the site as well.
  const names = new Set(former.paths.map(({ pathname }) => pathname));
  if (names.size !== paths.length || paths.some(({ pathname }) => !names.has(pathname))) return undefined;
  if (!former.restoreRest(distDir)) return undefined;
  const made = await writePages(distDir, paths, {
    former: (path) => former.page(path),
    render: (path) => program.render(path, addressOf(path, program.base, origin)),
  });
  const kept = made.filter(({ cacheKey }) => cacheKey !== undefined);
  cache.update(
    paths.map(({ pathname, type, cacheKey }) => ({ pathname, type, cacheKey })),
    new Map(kept.map((path) => [fileOf(path), path.page])),
    JSON.stringify(entries),
  );
  return { pages: paths.length, made: made.length };
}

const done = await makePages();
if (done === undefined) process.exit(notSo);
console.log(`Pages: ${done.pages}, ${done.made} of them made anew by the former build's program.`);
process.exit(0);
