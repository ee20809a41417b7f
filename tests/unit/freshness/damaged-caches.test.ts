import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEdition } from '../../../src/edition/read-edition.ts';
import { buildSearchIndex } from '../../../src/search/build/build.ts';
import { writeShareFiles } from '../../../src/share/make/write-share-files.ts';
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

test('shared files: one emptied content and a cut list, and the next build is right again', async () => {
  const cacheDir = temporaryFolder();
  const root = { origin: 'https://rules.example.org', base: '/' };
  const build = async () => {
    const distDir = builtSite(temporaryFolder());
    const { made, files } = await writeShareFiles({ contentDir, distDir, cacheDir, root });
    return { made, files, all: filesIn(distDir) };
  };
  const first = await build();
  expect(first.made).toBeGreaterThan(20);
  expect((await build()).made).toBe(0);

  truncateSync(firstIn(join(cacheDir, 'contents')));
  const mended = await build();
  expect(mended.made).toBe(1);
  expect(mended.all.size).toBe(first.all.size);
  expect([...mended.all.values()].filter((content) => content === '')).toHaveLength(
    edition.ledger.length * 2,
  );

  truncateSync(firstIn(join(cacheDir, 'lists')), 40);
  const again = await build();
  expect(again.made).toBe(0);
  expect(again.all).toEqual(mended.all);
});

test('the search index: a damaged file is made anew, the same as before', async () => {
  const cacheDir = temporaryFolder();
  const distDir = builtSite(temporaryFolder());
  const build = () => buildSearchIndex({ contentDir, distDir, cacheDir });
  expect((await build()).made).toBe(true);
  const first = filesIn(join(distDir, 'pagefind'));
  expect((await build()).made).toBe(false);
  expect(filesIn(join(distDir, 'pagefind'))).toEqual(first);
  truncateSync(firstIn(join(cacheDir, 'contents')));
  expect((await build()).made).toBe(true);
  expect([...filesIn(join(distDir, 'pagefind')).keys()]).toEqual([...first.keys()]);
});
