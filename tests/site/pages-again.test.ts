import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, expect, test } from 'vitest';
import { richFormatBook } from '../../samples/formats/book.ts';
import { formatWriters } from '../../samples/formats/writers.ts';
import { projectRoot, siteEnvironment } from '../../scripts/lib/environment.ts';
import { run } from '../../scripts/lib/run.ts';
import { must } from '../../src/lib/must.ts';
import { pagesFingerprint } from '../../src/integrations/kept-pages/fingerprint.ts';
import { pagesCacheDir } from '../../src/integrations/kept-pages/cache-place.ts';
import { PageCache } from '../../src/integrations/kept-pages/page-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'pages-again-'));
const programs = new Set<string>();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of programs)
    rmSync(join(projectRoot, '.cache', 'programs', name), { recursive: true, force: true });
});

const content = join(folder, 'content');
const env = { CONTENT_DIR: content, CACHE_DIR: join(folder, 'cache') };
const call = async (...args: string[]): Promise<string> => {
  const { code, output } = await run(process.execPath, args, { env, capture: true });
  expect(code, output).toBe(0);
  return output.trim();
};

/** A folder of Markdown, with tables, notes and a picture, ingested. */
async function ingestBook(): Promise<void> {
  const picture = new PNG({ width: 64, height: 48 });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([200, 40, 40, 255], at);
  const files = must(formatWriters['folder'])(richFormatBook(1, PNG.sync.write(picture)));
  for (const [path, text] of files instanceof Map ? files : []) {
    const file = join(folder, 'book', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  await call('scripts/ingest.ts', join(folder, 'book'), '--out', content);
}

/** All pages of the book as they are now, by the program that the build of the shipped edition left. */
async function makeFirst(name: string): Promise<string> {
  const { contentDir } = siteEnvironment();
  const { program } = must(new PageCache(pagesCacheDir, await pagesFingerprint(contentDir)).open());
  const distDir = join(folder, name);
  const said = await call('tests/site/first-pages.ts', dirname(program), basename(program), distDir);
  programs.add(must(said.split('\n').at(-1)));
  return distDir;
}

const filesIn = (directory: string) =>
  new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(directory.length), readFileSync(path, 'latin1')]),
  );

test('of a book with pictures, an edit makes its own pages anew without Astro, and the site is what it is from nothing', async () => {
  await ingestBook();
  const [picture = ''] = readdirSync(join(content, 'pictures'));
  const before = filesIn(await makeFirst('before'));
  expect(before.get(`/pictures/${picture}`)).toBe(readFileSync(join(content, 'pictures', picture), 'latin1'));
  const shown = [...before].filter(([, page]) => page.includes(`src="/pictures/${picture}"`));
  expect(shown.map(([path]) => path)).toContain('/rules/01-01/index.html');

  const rule = join(content, 'rules', '01-01.md');
  writeFileSync(rule, `${readFileSync(rule, 'utf8').trimEnd()}\n\n后来补上的一句。\n`);
  const edited = join(folder, 'edited');
  const said = await call('scripts/build/pages-again/worker.ts', edited);
  const [, pages = 0, anew = 0] = (/Pages: (\d+), (\d+) of them/.exec(said) ?? []).map(Number);
  expect(pages).toBe(before.size);
  expect(anew).toBeLessThan(pages / 2);
  const after = filesIn(edited);
  expect(after.get('/rules/01-01/index.html')).toContain(Buffer.from('后来补上的一句。').toString('latin1'));
  expect(after).toEqual(filesIn(await makeFirst('from-nothing')));
}, 240_000);
