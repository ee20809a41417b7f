import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostileBook } from './hostile-book.ts';

const chapter = '# 第一章 甲\n\n先看灯再看门。\n';

/** Make a folder of files by their paths, folders of the paths included. */
const folderOf =
  (files: Record<string, string | Uint8Array>, more?: (path: string) => Promise<void>) =>
  async (path: string): Promise<void> => {
    await mkdir(path);
    for (const [name, content] of Object.entries(files)) {
      const at = join(path, name);
      await mkdir(join(at, '..'), { recursive: true });
      await writeFile(at, content);
    }
    await more?.(path);
  };

const named = (path: string, hex: string): Buffer =>
  Buffer.concat([Buffer.from(`${path}/`), Buffer.from(hex, 'hex'), Buffer.from('.md')]);

/** Folders of Markdown. */
export const folders: Record<string, HostileBook> = {
  'a folder in which links lead round in a circle and out': {
    folder: folderOf({ 'a.md': chapter, 'sub/b.md': chapter }, async (path) => {
      await symlink('..', join(path, 'sub', 'up'));
      await symlink('/', join(path, 'root'));
      await symlink('/etc/passwd', join(path, 'c.md'));
      await symlink('d.md', join(path, 'd.md'));
      await symlink('nowhere.md', join(path, 'e.md'));
    }),
    read: true,
  },
  'a folder with a pipe in it': {
    folder: folderOf({ 'a.md': chapter }, (path) => {
      execFileSync('mkfifo', [join(path, 'b.md')]);
      return Promise.resolve();
    }),
    read: true,
  },
  'a list of files that leads out of the folder': {
    folder: folderOf({
      'SUMMARY.md':
        '- [甲](../../../../etc/passwd)\n- [乙](/etc/passwd)\n- [丙](file:///etc/passwd)\n- [丁](a.md)\n- [戊](http://192.0.2.1/a.md)\n- [己](SUMMARY.md)\n- [庚](a.md#x)\n- [辛](%2e%2e/%2e%2e/etc/passwd)\n',
      'a.md': chapter,
    }),
    read: true,
  },
  'a list of files that is itself all there is': {
    folder: folderOf({ 'SUMMARY.md': '- [甲](SUMMARY.md)\n' }),
    refused: /./,
  },
  'settings that lead out of the folder': {
    folder: folderOf({
      'mkdocs.yml': 'docs_dir: ../../../../etc\nnav:\n  - passwd\n  - ../passwd\n  - 甲: [/etc/passwd]\n',
      'docs/a.md': chapter,
    }),
    read: true,
  },
  'settings of aliases that multiply': {
    folder: folderOf({
      'mkdocs.yml': `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at] ?? ''}, `.repeat(9)}]\n`).join('')}nav: *h\n`,
      'docs/a.md': chapter,
    }),
    read: true,
  },
  'ten thousand files': {
    folder: folderOf(
      Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`${index}.md`, chapter])),
    ),
    refused: /more files/,
    heavy: true,
  },
  'four thousand files': {
    folder: folderOf(
      Object.fromEntries(
        Array.from({ length: 4000 }, (_, index) => [
          `${index}.md`,
          `# 第${index + 1}章 甲\n\n先看灯再看门。\n`,
        ]),
      ),
    ),
    heavy: true,
  },
  'a folder of pictures and programs': {
    folder: folderOf({ 'a.exe': 'MZ', 'b.png': 'x' }),
    refused: /no Markdown/,
  },
  'folders within folders': {
    folder: async (path) => {
      await mkdir(join(path, ...Array<string>(200).fill('a')), { recursive: true });
      await writeFile(join(path, 'a.md'), chapter);
    },
    read: true,
  },
  'names that are no Unicode': {
    // 第一 in GBK, and bytes that are nothing.
    folder: folderOf({ 'z.md': chapter }, async (path) => {
      await writeFile(named(path, 'b5dad2bb'), chapter);
      await writeFile(named(path, 'ff80fe'), chapter);
    }),
    read: true,
  },
  'a folder in which one file is none': {
    folder: folderOf({
      'a.md': chapter,
      'b.md': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'c.md': '',
    }),
    refused: /b\.md/,
  },
  'a file that is a terabyte of nothing': {
    folder: folderOf({ 'a.md': chapter, 'b.md': '' }, (path) =>
      truncate(join(path, 'b.md'), 1_000_000_000_000),
    ),
    refused: /larger than a book/,
  },
};
