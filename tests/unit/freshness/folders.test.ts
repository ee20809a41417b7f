import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { mirror } from '../../../src/freshness/mirror.ts';
import { putFile } from '../../../src/freshness/put-file.ts';
import { removeOthers } from '../../../src/freshness/remove-others.ts';
import { temporaryFolder } from './project.ts';

/** A folder with files: each text is at the path that names it. */
function folderOf(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const contentOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])
      .sort(),
  );

test('a folder becomes the same as another, whatever was in it', () => {
  const wanted = { 'a/b.txt': 'b', 'a/c/d.txt': 'd', 'e.txt': 'same' };
  const from = folderOf(wanted);
  const to = folderOf({ 'a/b.txt': 'old', 'a/c': 'a file', 'f/g.txt': 'gone', 'e.txt': 'same' });
  mirror(from, to);
  expect(contentOf(to)).toEqual(wanted);
  expect(existsSync(join(to, 'f'))).toBe(false);
  const empty = join(temporaryFolder(), 'new');
  mirror(from, empty);
  expect(contentOf(empty)).toEqual(wanted);
});

test('a file that two folders share is replaced in one of them alone', () => {
  const from = folderOf({ 'a.txt': 'one' });
  const to = join(temporaryFolder(), 'new');
  mirror(from, to);
  putFile(join(to, 'a.txt'), 'two');
  expect(contentOf(from)).toEqual({ 'a.txt': 'one' });
  expect(contentOf(to)).toEqual({ 'a.txt': 'two' });
});

test('a file is put in the place of a link, and nothing is written where that leads', () => {
  const folder = folderOf({ 'elsewhere.txt': 'theirs', 'folder/x.txt': '' });
  symlinkSync(join(folder, 'elsewhere.txt'), join(folder, 'link.txt'));
  linkSync(join(folder, 'elsewhere.txt'), join(folder, 'other-name.txt'));
  for (const name of ['link.txt', 'other-name.txt', 'folder']) putFile(join(folder, name), 'ours');
  expect(contentOf(folder)).toEqual({
    'elsewhere.txt': 'theirs',
    folder: 'ours',
    'link.txt': 'ours',
    'other-name.txt': 'ours',
  });
});

test.each(['longer than it was', '书', ''])(
  'a file that has one name is written over, not made anew: %s',
  (text) => {
    const folder = folderOf({ 'a.txt': 'as it was' });
    const before = statSync(join(folder, 'a.txt')).ino;
    putFile(join(folder, 'a.txt'), text);
    expect(statSync(join(folder, 'a.txt')).ino).toBe(before);
    expect(contentOf(folder)).toEqual({ 'a.txt': text });
  },
);

test('only the files that are named stay, and no empty folder does', () => {
  const folder = folderOf({ 'a/b.txt': '', 'a/c.txt': '', 'd/e/f.txt': '', 'g.txt': '' });
  removeOthers(folder, new Set(['a/b.txt']));
  expect(contentOf(folder)).toEqual({ 'a/b.txt': '' });
  expect(readdirSync(folder)).toEqual(['a']);
});
