// Makes a site's pages by the program of a former build. Exit code 3: they can't be made so, and Astro has to build the site.
import { pagesCacheDir } from '../../../src/integrations/kept-pages/cache-place.ts';
import { readEntriesAnew, storeOf, type KeptEntries } from '../../../src/integrations/kept-pages/entries.ts';
import { pagesFingerprint } from '../../../src/integrations/kept-pages/fingerprint.ts';
import { PageCache } from '../../../src/integrations/kept-pages/page-cache.ts';
import { addressOf, fileOf } from '../../../src/integrations/kept-pages/page-files.ts';
import { withEditionInBytes } from '../../../src/offline/build/mark-bytes.ts';
import { siteEnvironment } from '../../lib/environment.ts';
import { describePages, type PagesMade, type PagesTold } from './pages-made.ts';
import { bundledProgram } from './program-files.ts';
import { loadProgram, type ProgramPath } from './program.ts';
import { writePages } from './write-pages.ts';

const notSo = 3;

/** What the search reads: pages of single chapters, rules, cases, and of the front matter. */
const isText = ({ pathname }: ProgramPath): boolean =>
  /^\/(?:en\/)?(?:chapters|rules|cases|front)\/[^/]+\/?$/.test(pathname);

const origin = new URL(process.env['SITE_URL'] ?? 'http://localhost:4321').origin;
const distDir = process.argv[2] ?? '';
const { contentDir } = siteEnvironment();

const tell = (told: PagesTold, then?: () => void) => process.send?.(told, () => then?.());

/** @returns what was made; `undefined` if it can't be without Astro */
async function makePages(): Promise<PagesMade | undefined> {
  const cache = new PageCache(pagesCacheDir, await pagesFingerprint(contentDir));
  const former = cache.open();
  const formerEntries = former?.entries();
  if (former === undefined || formerEntries === undefined) return undefined;
  const entries = await readEntriesAnew(contentDir, JSON.parse(formerEntries) as KeptEntries);
  const file = bundledProgram(former.program) ?? former.program;
  const program = await loadProgram(file, storeOf(contentDir, entries));
  const paths = (await program.paths()).map((path) => ({ ...path, type: path.route.type }));
  // Other pages than in the former build are in the map of the site as well.
  const names = new Set(former.paths.map(({ pathname }) => pathname));
  if (names.size !== paths.length || paths.some(({ pathname }) => !names.has(pathname))) return undefined;
  if (!former.restoreRest(distDir)) return undefined;
  const write = (some: typeof paths) =>
    writePages(distDir, some, {
      // What is there says which edition it is of; what is kept doesn't.
      isFormer: (path, page) => former.isPage(path, withEditionInBytes(page, '')),
      former: (path) => former.page(path),
      render: (path) => program.render(path, addressOf(path, program.base, origin)),
    });
  const made = await write(paths.filter(isText));
  tell('texts');
  made.push(...(await write(paths.filter((path) => !isText(path)))));
  const kept = made.filter(({ cacheKey }) => cacheKey !== undefined);
  cache.update(
    paths.map(({ pathname, type, cacheKey }) => ({ pathname, type, cacheKey })),
    new Map(kept.map((path) => [fileOf(path), path.page])),
    JSON.stringify(entries),
  );
  return {
    pages: paths.length,
    made: made.length,
    program: former.program,
    files: [...former.rest, ...paths.map(fileOf)],
  };
}

// Nobody waits for them any more.
process.on('disconnect', () => process.exit(1));
const done = await makePages();
if (done === undefined) process.exit(notSo);
console.log(describePages(done));
if (process.send === undefined) process.exit(0);
tell(done, () => process.exit(0));
