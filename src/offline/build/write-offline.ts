import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { contentAt, putFile } from '../../freshness/put-file.ts';
import { withoutFacts } from '../../share/files/fill-facts.ts';
import { codesPath, listPath, type FileList, type ListedFile } from '../file-list.ts';
import { isOfBook } from './book-files.ts';
import { withEditionInBytes } from './mark-bytes.ts';
import { carryOver, editionWorker } from './worker-code.ts';

const languages = ['zh', 'en'] as const;

/** What is said of a file in the lists. */
const hashOf = (content: string | Uint8Array): string => hash('sha256', content).slice(0, 16);

/** Files that are packed already; the network saves nothing on them. */
const packed = /\.(?:png|jpe?g|webp|bin|pf_\w+)$/;

/** The path that a browser asks for. */
const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

const isPage = (path: string): boolean => path.endsWith('.html');
const isListed = (path: string): boolean => languages.some((language) => isOfBook(path, language));

/** Paths with slashes, below the site's root, of the pages and of what can be kept. */
async function pathsOf(distDir: string): Promise<string[]> {
  const entries = await readdir(distDir, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(distDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
      // A page that isn't of the book is kept once it is seen: if it changes, that is another edition too.
      .filter((path) => isPage(path) || isListed(path))
      .sort()
  );
}

/** What is known of a file before the edition has its name. */
interface Read {
  path: string;
  /** Of the content, of a page that of any edition. */
  hash: string;
  bytes: number;
}

/** Read the files of a site. All pages of a large book are more than memory should hold, so only a little is kept of each. */
function readAll(distDir: string, paths: readonly string[]): { files: Read[]; edition: string } {
  const whole = createHash('sha256');
  const files = paths.map((path): Read => {
    const content = readFileSync(join(distDir, path));
    const own = isPage(path) ? withEditionInBytes(content, '') : content;
    const hash = hashOf(own);
    const shown = isPage(path) && own.includes('data-made') ? hashOf(withoutFacts(own.toString())) : hash;
    whole.update(`${path} ${shown}\n`);
    return { path, hash, bytes: own.length };
  });
  // A hash of what readers get of the site.
  return { files, edition: whole.digest('hex').slice(0, 12) };
}

/** Write down where the permanent codes lead: the pages that lead on are not kept themselves. */
async function writeCodes(distDir: string): Promise<void> {
  const folder = join(distDir, 'r');
  const codes = (await readdir(folder).catch(() => [])).sort();
  const places = await Promise.all(
    codes.map(async (code) => {
      const html = await readFile(join(folder, code, 'index.html'), 'utf8');
      return [code, /^<!doctype html><html[^>]*\sdata-to="([^"]+)"/i.exec(html)?.[1]] as const;
    }),
  );
  await mkdir(join(distDir, 'offline'), { recursive: true });
  await writeFile(
    join(distDir, codesPath),
    JSON.stringify(Object.fromEntries(places.filter(([, to]) => to !== undefined))),
  );
}

/**
 * Prepare a built site for reading offline. Every page gets the name of its edition, an index's head is copied to a file
 * with that name, `sw.js` serves that edition, and a list for each language has the files of the whole book. The name is
 * a hash of what readers get, so two builds of the same content are one edition.
 */
export async function writeOffline(distDir: string): Promise<{ edition: string; files: number }> {
  await writeCodes(distDir);
  const { files, edition } = readAll(distDir, await pathsOf(distDir));
  for (const language of languages) {
    const head = `pagefind/${language}/index-${edition}.json`;
    const content = contentAt(join(distDir, `pagefind/${language}/index.json`));
    if (content === undefined) continue;
    putFile(join(distDir, head), content);
    files.push({ path: head, hash: hashOf(content), bytes: content.length });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const named: { path: string; entry: ListedFile }[] = [];
  for (const file of files) {
    const place = join(distDir, file.path);
    const bytes = isPage(file.path) ? markPage(place, edition) : file.bytes;
    if (isListed(file.path)) named.push({ path: file.path, entry: describe(distDir, { ...file, bytes }) });
  }
  for (const language of languages) {
    const list: FileList = {
      edition,
      files: named.filter(({ path }) => isOfBook(path, language)).map(({ entry }) => entry),
    };
    await writeFile(join(distDir, listPath(language)), JSON.stringify(list));
  }
  await writeFile(join(distDir, 'sw.js'), editionWorker(edition));
  await writeFile(join(distDir, 'offline', `carry-over-${edition}.js`), carryOver(edition));
  return { edition, files: named.length };
}

/** Say in the lists what a page is now that has changed since they were written. */
export async function listPageAnew(distDir: string, path: string): Promise<void> {
  for (const language of languages) {
    const place = join(distDir, listPath(language));
    const list = JSON.parse(await readFile(place, 'utf8')) as FileList;
    const address = addressOf(path);
    const at = list.files.findIndex(([listed]) => listed === address);
    if (at < 0) continue;
    const content = await readFile(join(distDir, path));
    const hash = hashOf(withEditionInBytes(content, ''));
    list.files[at] = describe(distDir, { path, hash, bytes: content.length });
    await rm(place);
    await writeFile(place, JSON.stringify(list));
  }
}

/** How much longer a page is on the way for the name of its edition. */
const editionLength = 13;

const keptSizes = new KeptValues<number>('packed-sizes', () =>
  fingerprintFor('packedSizes', { values: process.versions.zlib }),
);

/** What the lists say of a file: of a page, whatever its edition. */
function describe(distDir: string, { path, hash, bytes }: Read): ListedFile {
  if (packed.test(path)) return [addressOf(path), bytes, bytes, hash];
  const sent = keptSizes.of(hash, () => {
    const content = readFileSync(join(distDir, path));
    return gzipSync(isPage(path) ? withEditionInBytes(content, '') : content).length;
  });
  return [addressOf(path), bytes, sent + (isPage(path) ? editionLength : 0), hash];
}

/** Write the edition's name into a page, if it has a place for it; returns how many bytes the page has. */
function markPage(file: string, edition: string): number {
  const marked = withEditionInBytes(readFileSync(file), edition);
  putFile(file, marked);
  return marked.length;
}
