import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectShelfFolder, nextHome, replaceHome, tidyHomes } from '../../../scripts/shelf/replace-home.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-home-'));
  out = join(folder, 'out');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path);
  }
}
const made = (root: string): string[] => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

test('a folder that nothing stands in, and one of a shelf, are taken', () => {
  expectShelfFolder(out);
  write(join(out, 'books', 'sales', 'index.html'));
  expectShelfFolder(out);
  write(join(out, 'shelf', 'index.json'), join(out, 'index.html'));
  expectShelfFolder(out);
});

test('a folder with files of somebody’s is not', () => {
  write(join(out, 'books', 'sales', 'index.html'), join(out, 'thesis.txt'));
  expect(() => {
    expectShelfFolder(out);
  }).toThrow(/found thesis\.txt and no shelf\. Choose another by --out DIR/);
});

test('a home takes the place of the one before, and the handbooks stay', async () => {
  write(join(out, 'books', 'sales', 'a'), join(out, 'index.html'), join(out, 'old.html'));
  write(join(nextHome(out), 'index.html'), join(nextHome(out), 'new.html'));
  await replaceHome(nextHome(out), out);
  expect(made(out)).toEqual(['books', 'books/sales', 'books/sales/a', 'index.html', 'new.html']);
  expect(readdirSync(folder)).toEqual(['out']);
});

test('what a killed run left is made up for, and no handbook lost', async () => {
  const former = join(folder, '.out.former');
  write(join(former, 'books', 'sales', 'a'), join(former, 'index.html'), join(folder, '.out.home-1', 'x'));
  await tidyHomes(out);
  expect(made(out)).toEqual(['books', 'books/sales', 'books/sales/a', 'index.html']);

  write(join(former, 'books', 'b'), join(former, 'old.html'));
  rmSync(join(out, 'books'), { recursive: true });
  await tidyHomes(out);
  expect(made(out)).toEqual(['books', 'books/b', 'index.html']);
  expect(existsSync(former)).toBe(false);
});
