import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeHandbook } from './made-books.ts';
import { writeMadeHandbook } from './write-handbook.ts';

/** Where made handbooks are published: an origin that serves a folder. */
export interface MadeOrigin {
  /** With its last slash: `http://localhost:4401/`. */
  address: string;
  folder: string;
  books: readonly MadeHandbook[];
}

const departments = [
  ['销售部', 'Sales'],
  ['客服部', 'Customer service'],
  ['物流部', 'Logistics'],
  ['质量部', 'Quality'],
] as const;

/**
 * Write the handbooks of an origin, which lets other origins read their search indexes and nothing else.
 *
 * @param copies Folders of handbooks that were written before, by what they are made of: their like is copied.
 */
export async function writeOrigin(
  { address, folder, books }: MadeOrigin,
  copies = new Map<MadeHandbook['entries'], string>(),
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const book of books) {
    const target = join(folder, book.id);
    const like = copies.get(book.entries);
    if (like !== undefined) cpSync(like, target, { recursive: true });
    else await writeMadeHandbook(target, book, `${address}${book.id}/`);
    copies.set(book.entries, target);
  }
  writeFileSync(
    join(folder, '_headers'),
    books.map(({ id }) => `/${id}/pagefind/*\n  Access-Control-Allow-Origin: *\n`).join(''),
  );
}

/** A `shelf.yaml` of handbooks, some by folder and some by address. */
export function shelfList(
  books: readonly (Pick<MadeHandbook, 'id' | 'title'> & ({ folder: string } | { address: string }))[],
): string {
  const text = JSON.stringify;
  return [
    'title: { zh: 宁和集团书架, en: The Ninghe shelf }',
    'books:',
    ...books.flatMap((book, position) => {
      const [zh, en] = departments[position % departments.length] ?? departments[0];
      return [
        `  - id: ${book.id}`,
        'folder' in book ? `    folder: ${text(book.folder)}` : `    address: ${text(book.address)}`,
        `    title: { zh: ${text(book.title.zh)}, en: ${text(book.title.en)} }`,
        `    department: { zh: ${zh}, en: ${en} }`,
      ];
    }),
    '',
  ].join('\n');
}
