// Makes the pages of a book by a program that the build of another book left, and keeps them as Astro's build does.
// Arguments: the program's folder, its first module, the folder for the pages. The book and the cache are those of the environment.
import { join } from 'node:path';
import { loadProgram } from '../../scripts/build/pages-again/program.ts';
import { writePages } from '../../scripts/build/pages-again/write-pages.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { readEntriesAnew, storeOf } from '../../src/integrations/kept-pages/entries.ts';
import { pagesFingerprint } from '../../src/integrations/kept-pages/fingerprint.ts';
import { pagesCacheDir } from '../../src/integrations/kept-pages/cache-place.ts';
import { PageCache } from '../../src/integrations/kept-pages/page-cache.ts';
import { addressOf } from '../../src/integrations/kept-pages/page-files.ts';

const [folder = '', entry = '', distDir = ''] = process.argv.slice(2);
const { contentDir } = siteEnvironment();
const entries = await readEntriesAnew(contentDir, { chapters: {}, rules: {}, cases: {}, front: {} });
const program = await loadProgram(join(folder, entry), storeOf(contentDir, entries));
const paths = (await program.paths()).map((path) => ({ ...path, type: path.route.type }));
await writePages(distDir, paths, {
  former: () => undefined,
  render: (path) => program.render(path, addressOf(path, program.base, 'http://localhost:4321')),
});
const fingerprint = await pagesFingerprint(contentDir);
const cache = new PageCache(pagesCacheDir, fingerprint);
cache.keepProgram(folder);
cache.keepSite(
  distDir,
  { entry, paths: paths.map(({ pathname, type, cacheKey }) => ({ pathname, type, cacheKey })) },
  JSON.stringify(entries),
);
console.log(fingerprint);
