import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEntries } from '../../../src/search/build/read-entries.ts';
import type { SearchEntry } from '../../../src/search/build/entry.ts';

let folder = '';
let entries: SearchEntry[] = [];

/** A made book: one part, one chapter, one rule with a printed label, a preface. */
const files = {
  'chapters/01.md':
    'id: "01"\nnumber: 1\nlabel: 第一讲\npart: { number: 2, title: { zh: 茶室 }, label: 下篇 }\ntitle: { zh: 先看灯 }\npage: null\npermalink: aaaaa',
  'rules/01-01.md':
    'id: "01-01"\nchapter: "01"\nnumber: "1.1"\nlabel: 第二十二条\ntitle: { zh: 看三遍 }\npage: null\nstatus: complete\npermalink: aaaab\nsource: { lines: [5, 9] }',
  'front/01.md': 'heading: 写在前面\nkind: preface\nsource: { lines: [1, 3] }',
  'front/02.md': 'kind: other\nsource: { lines: [3, 4] }',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entries-'));
  for (const [name, frontmatter] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, `---\n${frontmatter}\n---\n\n正文。\n`);
  }
  entries = await readEntries({
    distDir: '',
    contentDir: folder,
    blocksOf: (room, id) => Promise.resolve([['', `${room} ${id} 的正文`]]),
  });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const entry = (type: SearchEntry['type']): SearchEntry[] => entries.filter((each) => each.type === type);

test('a number as printed is a keyword of its rule and its chapter', () => {
  expect(entry('rule')[0]?.keywords?.zh).toContain('第二十二条');
  expect(entry('chapter')[0]?.keywords?.zh).toContain('第一讲');
});

test('a part is found in its chapters', () => {
  expect(entry('chapter')[0]?.blocks).toContainEqual(['', '下篇 茶室']);
});

test('front matter is found, by its heading or by how it begins', () => {
  expect(entry('front').map(({ id, title }) => [id, title.zh])).toEqual([
    ['01', '写在前面'],
    ['02', 'front 02 的正文'],
  ]);
});

test('nothing of another book’s glossary is found', () => {
  expect(entry('term')).toEqual([]);
});
