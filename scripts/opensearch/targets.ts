import { createHash } from 'node:crypto';
import type { Client } from '@opensearch-project/opensearch';
import { searchAlias } from '../../src/search/engine/names.ts';

/** Hashes of pages' contents, by the pages' identifiers. */
export type PageHashes = Map<string, string>;

/** Pages in one answer when all are listed. */
const pagesPerRequest = 5000;

/** All pages of an index or alias. */
export async function listPages(client: Client, index: string): Promise<PageHashes> {
  const found: PageHashes = new Map();
  const pages = client.helpers.scrollDocuments({
    index,
    size: pagesPerRequest,
    _source: ['hash', 'book', 'type', 'entry'],
    body: { sort: ['_doc'] },
  }) as AsyncIterable<{ hash: string; book: string; type: string; entry: string }>;
  for await (const { hash, book, type, entry } of pages) found.set(`${book}/${type}/${entry}`, hash);
  return found;
}

/** Name of the index with just these pages in this layout. The same pages give the same name, so that an interrupted load continues. */
export function indexNameFor(pages: PageHashes, layout: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(layout));
  for (const [id, content] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${id} ${content}\n`);
  return `${searchAlias}-${hash.digest('hex').slice(0, 16)}`;
}

/** The index that readers search now; `undefined` before the first load. */
export async function indexInUse(client: Client): Promise<string | undefined> {
  const { body: exists } = await client.indices.existsAlias({ name: searchAlias });
  if (!exists) return undefined;
  const { body } = await client.indices.getAlias({ name: searchAlias });
  return Object.keys(body)[0];
}

/** Names of all indexes of handbooks, the oldest first. */
export async function allIndexes(client: Client): Promise<string[]> {
  const { body } = await client.indices.getSettings({
    index: `${searchAlias}-*`,
    ignore_unavailable: true,
    allow_no_indices: true,
  });
  const made = (name: string): number => Number(body[name]?.settings?.index?.creation_date ?? 0);
  return Object.keys(body).sort((a, b) => made(a) - made(b));
}
