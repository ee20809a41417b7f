import { hash } from 'node:crypto';
import { copyFile, readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withoutDay } from '../../share/files/fill-facts.ts';
import { withEdition } from '../edition-mark.ts';
import { codesPath, listPath, type FileList, type ListedFile } from '../file-list.ts';
import { isOfBook } from './book-files.ts';
import { carryOver, editionWorker } from './worker-code.ts';

const languages = ['zh', 'en'] as const;

/** What is said of a file in the lists. */
const hashOf = (content: string | Uint8Array): string => hash('sha256', content).slice(0, 16);

/** Files that are packed already; the network saves nothing on them. */
const packed = /\.(?:png|jpe?g|webp|bin|pf_\w+)$/;

interface SiteFile {
  /** Path with slashes, below the site's root. */
  path: string;
  content: Uint8Array;
  hash: string;
}

/** The path that a browser asks for. */
const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

async function readFiles(distDir: string): Promise<SiteFile[]> {
  const entries = await readdir(distDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(distDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    // A page that isn't of the book is kept once it is seen: if it changes, that is another edition too.
    .filter((path) => path.endsWith('.html') || languages.some((language) => isOfBook(path, language)))
    .sort();
  return await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(join(distDir, path));
      return {
        path,
        content,
        hash: hashOf(path.endsWith('.html') ? withoutDay(content.toString()) : content),
      };
    }),
  );
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
 * Make a built site one that can be kept for reading offline: every page says which edition it is of, an index's head stands under the
 * edition's name, `sw.js` serves that edition, and a list a language says what the whole book takes. The edition's name is a hash of what readers
 * get: two builds of the same are one edition.
 */
export async function writeOffline(distDir: string): Promise<{ edition: string; files: number }> {
  await writeCodes(distDir);
  const files = await readFiles(distDir);
  const edition = hash('sha256', files.map(({ path, hash: own }) => `${path} ${own}\n`).join('')).slice(
    0,
    12,
  );
  for (const language of languages) {
    const folder = join(distDir, 'pagefind', language);
    await copyFile(join(folder, 'index.json'), join(folder, `index-${edition}.json`)).catch(() => undefined);
  }
  await markPages(distDir, edition);
  const named = (await readFiles(distDir))
    .filter(({ path }) => languages.some((language) => isOfBook(path, language)))
    .map(({ path, content }) => ({
      path,
      entry: [
        addressOf(path),
        content.length,
        packed.test(path) ? content.length : gzipSync(content).length,
        hashOf(path.endsWith('.html') ? withEdition(Buffer.from(content).toString(), '') : content),
      ] satisfies ListedFile,
    }));
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

/** Write the edition's name into every page that has a place for it. */
async function markPages(distDir: string, edition: string): Promise<void> {
  const names = await readdir(distDir, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    const html = await readFile(join(distDir, name), 'utf8');
    const marked = withEdition(html, edition);
    if (marked !== html) await writeFile(join(distDir, name), marked);
  }
}
