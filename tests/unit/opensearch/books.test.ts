import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentsOf, shelfBooks } from '../../../scripts/opensearch/books.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-books-'));
  mkdirSync(join(folder, 'sales', 'chapters'), { recursive: true });
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'old', 'handbook.json'), '{}');
  mkdirSync(join(folder, 'out', 'books', 'sales'), { recursive: true });
  writeFileSync(join(folder, 'out', 'books', 'sales', 'handbook.json'), 'here');
  writeFileSync(
    join(folder, 'shelf.yaml'),
    `title: 书架
books:
  - { id: sales, folder: sales }
  - { id: old, folder: old }
  - { id: far, address: 'https://handbooks.example.com/far' }
`,
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const books = () => shelfBooks(join(folder, 'shelf.yaml'), join(folder, 'out'), '/shelf/');

test('handbooks of a shelf have the addresses that the shelf gives them', () => {
  expect(books().map(({ id, address }) => [id, address])).toEqual([
    ['sales', '/shelf/books/sales/'],
    ['old', '/shelf/books/old/'],
    ['far', 'https://handbooks.example.com/far/'],
  ]);
});

test('content is read where the shelf built it, a built site where it stands', async () => {
  const [sales, old] = books();
  expect(String(await sales?.files('handbook.json'))).toBe('here');
  expect(String(await old?.files('handbook.json'))).toBe('{}');
});

test('a handbook that can’t be read is told of, with what is missing, and has no pages', async () => {
  const left: string[] = [];
  const none = documentsOf(books().slice(0, 2), {
    read: ({ id }) => expect.unreachable(id),
    left: ({ id }, why) => left.push(`${id}: ${why.replace(folder, '')}`),
  });
  for await (const document of none) expect.unreachable(document.entry);
  expect(left).toEqual([
    'sales: /out/books/sales/pagefind/zh/index.json is not there.',
    'old: /old/pagefind/zh/index.json is not there.',
  ]);
});
