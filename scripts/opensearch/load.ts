import type { Client } from '@opensearch-project/opensearch';
import { documentId, type EngineDocument } from '../../src/search/load/document.ts';
import { searchAlias, searchTemplates, type SearchTemplate } from '../../src/search/engine/names.ts';
import { indexTemplate, refreshInterval, type IndexLayout } from '../../src/search/load/index-template.ts';
import { templateSources } from '../../src/search/load/search-templates.ts';
import { Spool } from './spool.ts';
import { allIndexes, indexInUse, indexNameFor, listPages, type PageHashes } from './targets.ts';

export interface Load {
  client: Client;
  layout: IndexLayout;
  /** Pages of the handbooks that are loaded, gone through once. */
  documents: Iterable<EngineDocument> | AsyncIterable<EngineDocument>;
  /** Handbooks whose pages these are, asked when all pages have come; what the engine has of others stays. */
  books: readonly string[] | (() => readonly string[]);
  /** Former versions that are kept. */
  keep: number;
  /** Told what is done, a line at a time. */
  say?: (line: string) => void;
}

export interface Loaded {
  /** The index that readers search now. */
  index: string;
  /** Pages in it. */
  pages: number;
  /** Pages that were sent, because they are new or changed. */
  sent: number;
  /** Pages that are in it no more. */
  removed: number;
}

/** Pages that the engine did not take, with its reasons. */
export class LoadError extends Error {
  override name = 'LoadError';
}

/** Bytes of pages that go in one request, and requests under way at once. */
const requestBytes = 2_000_000;
const requestsAtOnce = 3;
/** How often a request is repeated if the engine is too busy, each time after twice as long a pause. */
const retries = 6;
const firstPause = 500;
/** Pages are indexed once, not once a copy, and nobody searches them before they are all there. */
const whileLoading = { number_of_replicas: 0, refresh_interval: '-1' };
/** The engine's state is wanted although it is not what was waited for. */
const notInTime = { ignore: [408] };
/** How long the engine may take to copy what was loaded, in minutes. */
const copyMinutes = 15;
/** Refused pages that are named. */
const maxNamed = 5;

/** The handbook of a page, by the page's identifier. */
const bookOf = (id: string): string => id.split('/')[0] ?? id;

const idOf = ({ book, type, entry }: EngineDocument): string => documentId(book, { type, id: entry });

/**
 * Bring handbooks' pages into the engine. They go into a new index, which replaces the searched one when it is
 * complete, so a reader never searches half a load. Unchanged pages are copied inside the engine. A load that
 * was broken off goes on from there.
 *
 * @throws LoadError if the engine refuses pages, or has not as many as were sent
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
  // Pages that have changed wait on the disk: what goes there and what is sent need not be in memory at once.
  const changed = new Spool<EngineDocument>();
  try {
    for await (const document of documents) {
      const id = idOf(document);
      wanted.set(id, document.hash);
      if (before.get(id) !== document.hash) await changed.add(document);
    }
    const loaded = new Set(typeof books === 'function' ? books() : books);
    for (const [id, hash] of before) if (!loaded.has(bookOf(id))) wanted.set(id, hash);
    return await loadInto({ client, layout, keep, say, before, wanted, former, changed });
  } finally {
    await changed.remove();
  }
}

interface Loading extends Required<Pick<Load, 'client' | 'layout' | 'keep' | 'say'>> {
  /** The index that is searched so far, and its pages. */
  former: string | undefined;
  before: PageHashes;
  /** The pages of the new one. */
  wanted: PageHashes;
  /** Pages that the former index doesn't have. */
  changed: Spool<EngineDocument>;
}

async function loadInto(loading: Loading): Promise<Loaded> {
  const { client, layout, keep, say, before, wanted, former, changed } = loading;
  const template = indexTemplate(layout);
  const index = indexNameFor(wanted, template);
  const removed = [...before.keys()].filter((id) => !wanted.has(id)).length;
  if (index === former) return { index, pages: wanted.size, sent: 0, removed: 0 };

  const begun = await isBegun(client, index);
  if (!begun) await client.indices.create({ index, body: { settings: whileLoading } });
  await client.indices.refresh({ index });
  const there = begun ? await listPages(client, index) : new Map<string, string>();
  if (former !== undefined) await copyUnchanged(client, { from: former, to: index, before, wanted, there });
  say(`${wanted.size} pages, ${changed.size} of them new or changed.`);
  const sent = await send(client, index, changed, there);
  await client.indices.refresh({ index });
  const { body: counted } = await client.count({ index });
  if (counted.count !== wanted.size)
    throw new LoadError(
      `The new index has ${counted.count} pages, expected ${wanted.size}. Readers go on searching the former one. Delete ${index} and load again.`,
    );
  await copyShards(client, index, layout, say);
  await client.indices.updateAliases({
    body: {
      actions: [
        ...(former === undefined ? [] : [{ remove: { index: former, alias: searchAlias } }]),
        { add: { index, alias: searchAlias } },
      ],
    },
  });
  await removeOld(client, index, keep);
  return { index, pages: wanted.size, sent, removed };
}

/** Whether a broken load left an index to go on with. One that has lost a part, with the machine that had it, is made anew. */
async function isBegun(client: Client, index: string): Promise<boolean> {
  const { body: exists } = await client.indices.exists({ index });
  if (!exists) return false;
  const { body } = await client.cluster.health(
    { index, wait_for_status: 'yellow', timeout: '30s' },
    notInTime,
  );
  if (body.status !== 'red') return true;
  await client.indices.delete({ index });
  return false;
}

/** Let the engine copy what was loaded to its other machines, and wait for it, if there are as many as copies are wanted. */
async function copyShards(
  client: Client,
  index: string,
  { replicas }: IndexLayout,
  say: (line: string) => void,
): Promise<void> {
  const settings = { number_of_replicas: replicas, refresh_interval: refreshInterval };
  await client.indices.putSettings({ index, body: { index: settings } });
  const { body: cluster } = await client.cluster.health();
  const enough = cluster.number_of_data_nodes > replicas;
  const { body } = await client.cluster.health(
    { index, wait_for_status: enough ? 'green' : 'yellow', timeout: `${copyMinutes}m` },
    { requestTimeout: (copyMinutes + 1) * 60_000, ...notInTime },
  );
  if (!enough || body.status !== 'green')
    say(
      `Not every copy is there: the cluster is ${body.status}, of ${cluster.number_of_data_nodes} machines.`,
    );
}

/** Store how indexes are laid out, and the searches that pages may ask for. */
async function storeTemplates(client: Client, template: ReturnType<typeof indexTemplate>): Promise<void> {
  await client.indices.putIndexTemplate({ name: searchAlias, body: template as never });
  for (const [name, id] of Object.entries(searchTemplates) as [SearchTemplate, string][])
    await client.putScript({ id, body: { script: { lang: 'mustache', source: templateSources[name] } } });
}

/** Copy unchanged pages from the former index, inside the engine. `there` is called for each that came. */
async function copyUnchanged(
  client: Client,
  {
    from,
    to,
    before,
    wanted,
    there,
  }: Record<'from' | 'to', string> & Record<'before' | 'wanted' | 'there', PageHashes>,
): Promise<void> {
  const same = [...before].filter(([id, hash]) => wanted.get(id) === hash && there.get(id) !== hash);
  for (let at = 0; at < same.length; at += 10_000) {
    const part = same.slice(at, at + 10_000);
    await client.reindex({
      wait_for_completion: true,
      timeout: '10m',
      body: {
        source: { index: from, query: { ids: { values: part.map(([id]) => id) } } },
        dest: { index: to },
      },
    });
    for (const [id, hash] of part) there.set(id, hash);
  }
}

/** Send the pages that are not there yet; how many these were. */
async function send(
  client: Client,
  index: string,
  changed: Spool<EngineDocument>,
  there: PageHashes,
): Promise<number> {
  const refused: string[] = [];
  let sent = 0;
  async function* missing(): AsyncGenerator<EngineDocument> {
    for await (const document of changed.read()) {
      if (there.get(idOf(document)) === document.hash) continue;
      sent += 1;
      yield document;
    }
  }
  await client.helpers.bulk<EngineDocument>({
    datasource: missing(),
    onDocument: (document) => ({ index: { _index: index, _id: idOf(document) } }),
    flushBytes: requestBytes,
    concurrency: requestsAtOnce,
    retries,
    wait: firstPause,
    onDrop: ({ document, error }) => {
      refused.push(`${idOf(document)}: ${error?.reason ?? 'no reason given'}`);
    },
  });
  if (refused.length > 0)
    throw new LoadError(
      `The engine refused ${refused.length} pages; readers go on searching the former index.\n${refused
        .slice(0, maxNamed)
        .map((line) => `  ${line}`)
        .join('\n')}`,
    );
  return sent;
}

/** Former versions but the last few go. */
async function removeOld(client: Client, inUse: string, keep: number): Promise<void> {
  const others = (await allIndexes(client)).filter((name) => name !== inUse);
  const old = others.slice(0, Math.max(0, others.length - keep));
  if (old.length > 0) await client.indices.delete({ index: old.join(',') });
}
