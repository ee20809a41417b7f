import { mkdtemp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeBook } from '../../../scripts/shelf/book-folders.ts';
import { ShelfError } from '../../../scripts/shelf/read-shelf.ts';

async function builtSite() {
  const dir = await mkdtemp(join(tmpdir(), 'shelf-'));
  const folder = join(dir, 'site');
  await mkdir(join(folder, 'pictures'), { recursive: true });
  await writeFile(join(folder, 'handbook.json'), '{}');
  return { dir, book: { id: 'archive', folder, built: true }, out: join(dir, 'out') };
}

test('a built site is copied into the shelf', async () => {
  const { book, out } = await builtSite();
  await placeBook(book, out, '/');
  expect(await readFile(join(out, 'books/archive/handbook.json'), 'utf8')).toBe('{}');
});

test('a built site that holds a symbolic link is refused, and nothing of it is placed', async () => {
  const { dir, book, out } = await builtSite();
  await writeFile(join(dir, 'private.txt'), '不给人看');
  await symlink(join(dir, 'private.txt'), join(book.folder, 'pictures/a.png'));
  const placed = placeBook(book, out, '/');
  await expect(placed).rejects.toThrow(ShelfError);
  await expect(placed).rejects.toThrow('archive: pictures/a.png is a symbolic link');
  expect(existsSync(join(out, 'books/archive'))).toBe(false);
});
