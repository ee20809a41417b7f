import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readEdition } from '../../../src/edition/read-edition.ts';
import { buildSearchIndex } from '../../../src/search/build/build.ts';
import { makeShareFiles, writeLateBooks } from '../../../src/share/make/write-share-files.ts';
import { temporaryFolder } from './project.ts';

const contentDir = join(import.meta.dirname, '../../fixtures/decks/edition');
const edition = await readEdition(contentDir);

/** Everything below a folder, by path. */
const filesIn = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')]),
  );

const firstIn = (folder: string) => join(folder, readdirSync(folder).sort()[0] ?? '');

/** The parts of a built site that sharing and search read, without any style. */
function builtSite(folder: string): string {
  const put = (path: string, html: string) => {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), html);
  };
  for (const { code } of edition.ledger) for (const lang of ['', 'en/']) put(`${lang}r/${code}`, '');
  for (const [name, entries] of [
    ['chapters', edition.chapters],
    ['rules', edition.rules],
    ['cases', edition.cases],
  ] as const) {
    for (const { data } of entries)
      put(`${name}/${data.id}`, `<main><h1>${data.title.zh}</h1><p id="p-1">货船在码头等了三天。</p></main>`);
  }
  return folder;
}

/** What the first test keeps, the second needs not make. */
const sharedCache = mkdtempSync(join(tmpdir(), 'freshness-'));
afterAll(() => {
  rmSync(sharedCache, { recursive: true });
});

test('shared files: one emptied content and a cut list, and the next build is right again', async () => {
  const root = { origin: 'https://rules.example.org', base: '/' };
  const build = async () => {
    const distDir = builtSite(temporaryFolder());
    const { made, place } = await makeShareFiles({
      contentDir,
      cacheDir: sharedCache,
      root,
      day: '2026-11-27',
    });
    return { made: made + (await place(distDir)), all: filesIn(distDir) };
  };
  const first = await build();
  expect(first.made).toBeGreaterThan(20);
  expect((await build()).made).toBe(0);

  truncateSync(firstIn(join(sharedCache, 'contents')));
  const mended = await build();
  expect(mended.made).toBe(1);
  expect(mended.all.size).toBe(first.all.size);
  expect([...mended.all.values()].filter((content) => content === '')).toHaveLength(
    edition.ledger.length * 2,
  );

  truncateSync(firstIn(join(sharedCache, 'lists')), 40);
  const again = await build();
  expect(again.made).toBe(0);
  expect(again.all).toEqual(mended.all);
});

test('whole books that an edit made out of date stay for now as they were, and are made afterwards', async () => {
  const copy = temporaryFolder();
  cpSync(contentDir, copy, { recursive: true });
  const root = { origin: 'https://rules.example.org', base: '/' };
  const build = async (day: string, booksLater: boolean) => {
    const distDir = builtSite(temporaryFolder());
    const options = {
      contentDir: copy,
      cacheDir: sharedCache,
      root,
      day,
    };
    const { former, place } = await makeShareFiles({ ...options, booksLater });
    await place(distDir);
    const read = (path: string) => readFileSync(join(distDir, path), 'latin1');
    return { former, options, distDir, read };
  };
  const books = ['downloads/handbook.pdf', 'downloads/handbook.epub', 'downloads/handbook-a4.pdf'];
  const before = await build('2026-11-26', true);
  expect(before.former).toBeUndefined();

  const rule = join(copy, 'rules/01-01.md');
  writeFileSync(rule, readFileSync(rule, 'utf8').replace(/。(?=[^。]*$)/, '。这一句是后来补上的。'));
  const edited = await build('2026-11-27', true);
  expect(edited.former?.day).toBe('2026-11-26');
  expect(edited.former?.files.map(({ path }) => path).sort()).toEqual(books.toSorted());
  for (const book of books) expect(edited.read(book), book).toBe(before.read(book));
  expect(edited.read('rules/01-01.md')).not.toBe(before.read('rules/01-01.md'));

  await writeLateBooks(edited.options, edited.distDir);
  for (const book of books) expect(edited.read(book), book).not.toBe(before.read(book));
  const whole = await build('2026-11-28', false);
  expect(filesIn(whole.distDir)).toEqual(filesIn(edited.distDir));
});

test('the search index: a damaged file is made anew, the same as before', async () => {
  const cacheDir = temporaryFolder();
  const distDir = builtSite(temporaryFolder());
  const build = () => buildSearchIndex({ contentDir, distDir, cacheDir });
  expect((await build()).made).toBe(true);
  const first = filesIn(join(distDir, 'pagefind'));
  expect((await build()).made).toBe(false);
  expect(filesIn(join(distDir, 'pagefind'))).toEqual(first);
  writeFileSync(join(distDir, 'pagefind', 'left-over.json'), '');
  truncateSync(join(distDir, 'pagefind', 'zh', 'index.json'));
  expect((await build()).made).toBe(false);
  expect(filesIn(join(distDir, 'pagefind'))).toEqual(first);
  truncateSync(firstIn(join(cacheDir, 'contents')));
  rmSync(join(distDir, 'pagefind'), { recursive: true });
  expect((await build()).made).toBe(true);
  expect([...filesIn(join(distDir, 'pagefind')).keys()]).toEqual([...first.keys()]);
});
