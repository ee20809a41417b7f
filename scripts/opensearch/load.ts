import type { Client } from '@opensearch-project/opensearch';
import { searchAlias, searchTemplates, type SearchTemplate } from '../../src/search/engine/names.ts';
import type { EngineDocument } from '../../src/search/load/document.ts';
import { indexTemplate, type IndexLayout } from '../../src/search/load/index-template.ts';
import { templateSources } from '../../src/search/load/search-templates.ts';
import { fillIndex } from './fill-index.ts';
import { idOf } from './send-pages.ts';
import { Spool } from './spool.ts';
import { indexInUse, listPages, type PageHashes } from './targets.ts';

/** What to load, and into which cluster. */
export interface Load {
  client: Client;
  layout: IndexLayout;
  /** Pages of the handbooks. They are read once. */
  documents: Iterable<EngineDocument> | AsyncIterable<EngineDocument>;
  /** Handbooks that the pages are of. A function is called when all pages have been read. Pages of other handbooks stay in the engine. */
  books: readonly string[] | (() => readonly string[]);
  /** Number of former indexes that are kept. */
  keep: number;
  /** Called with each line about the progress. */
  say?: (line: string) => void;
}

/** What a load has done. */
export interface Loaded {
  /** The index that readers search now. */
  index: string;
  /** Number of its pages. */
  pages: number;
  /** Number of new or changed pages, which were sent. */
  sent: number;
  /** Number of pages that it doesn't have any more. */
  removed: number;
}

/** The handbook of a page. */
const bookOf = (id: string): string => id.split('/')[0] ?? id;

/**
 * Load the pages of handbooks into the engine. They go into a new index, which replaces the searched one when it is complete, so
 * readers never search half a load. Unchanged pages are copied inside the engine. A load that was interrupted continues.
 *
 * @throws LoadError if the engine refuses pages, or its new index lacks some
 */
export async function loadPages({
  client,
  layout,
  documents,
  books,
  keep,
  say = () => undefined,
}: Load): Promise<Loaded> {
  const template = indexTemplate(layout);
  await storeTemplates(client, template);
  const former = await indexInUse(client);
  const before: PageHashes = former === undefined ? new Map() : await listPages(client, former);
  const wanted: PageHashes = new Map();
  // Changed pages wait on the disk, so that they need not be in memory together.
  const changed = new Spool<EngineDocument>();
  try {
    for await (const document of documents) {
      const id = idOf(document);
      wanted.set(id, document.hash);
      if (before.get(id) !== document.hash) await changed.add(document);
    }
    const loaded = new Set(typeof books === 'function' ? books() : books);
    for (const [id, hash] of before) if (!loaded.has(bookOf(id))) wanted.set(id, hash);
    return await fillIndex({ client, layout, keep, say, before, wanted, former, changed });
  } finally {
    await changed.remove();
  }
}

/** Store the layout of indexes, and the searches that pages may ask for. */
async function storeTemplates(client: Client, template: ReturnType<typeof indexTemplate>): Promise<void> {
  await client.indices.putIndexTemplate({ name: searchAlias, body: template as never });
  for (const [name, id] of Object.entries(searchTemplates) as [SearchTemplate, string][])
    await client.putScript({ id, body: { script: { lang: 'mustache', source: templateSources[name] } } });
}
