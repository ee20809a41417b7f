import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeIndexes } from '../../src/search/build/build.ts';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import type { MadeHandbook } from './made-books.ts';

const letters = '23456789abcdefghjkmnpqrstvwxyz';

/** A permanent code for an entry of a made handbook, the same wherever it is made. */
export const codeOf = (position: number): string => {
  let code = '';
  for (
    let rest = position + 7 * letters.length ** 4;
    code.length < 5;
    rest = Math.floor(rest / letters.length)
  )
    code += letters.charAt(rest % letters.length);
  return code;
};

/**
 * Write what a shelf reads of a built handbook: its search index and `handbook.json`. Its pages are left out.
 *
 * @param address where it will be published, with its last slash.
 */
export async function writeMadeHandbook(
  folder: string,
  { title, entries }: MadeHandbook,
  address: string,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await writeIndexes(entries, [['交货', '到货']], join(folder, 'pagefind'));
  const base = new URL(address).pathname;
  const listed = (type: SearchEntry['type'], extra: (entry: SearchEntry) => object) =>
    entries
      .map((entry, position) => ({ entry, code: codeOf(position) }))
      .filter(({ entry }) => entry.type === type)
      .map(({ entry, code }) => ({
        id: entry.id,
        title: entry.title,
        address: `${base}${type}s/${entry.id}/`,
        permalink: code,
        languages: ['zh', 'en'],
        url: `${address}r/${code}/`,
        page: null,
        ...extra(entry),
      }));
  const dotted = (id: string) => id.split('-').map(Number).join('.');
  const handbook = {
    $schema: `${address}handbook.schema.json`,
    version: '1.0',
    title,
    url: address,
    chapters: listed('chapter', ({ id }) => ({ number: Number(id) })),
    rules: listed('rule', ({ id }) => ({
      number: dotted(id),
      chapter: id.slice(0, 2),
      status: 'complete',
    })),
    cases: listed('case', ({ id }) => ({ number: id, rule: id.slice(0, 5), kind: 'case' })),
  };
  writeFileSync(join(folder, 'handbook.json'), JSON.stringify(handbook));
}
