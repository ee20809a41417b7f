import type { Client } from '@opensearch-project/opensearch';
import { searchAlias } from '../../src/search/engine/names.ts';
import type { EngineDocument } from '../../src/search/load/document.ts';
import { indexTemplate, refreshInterval, type IndexLayout } from '../../src/search/load/index-template.ts';
import { LoadError } from './load-error.ts';
import { sendPages } from './send-pages.ts';
import type { Spool } from './spool.ts';
import { allIndexes, indexNameFor, listPages, type PageHashes } from './targets.ts';

/** Settings while pages are loaded: no copies, and no refresh, since nobody searches the index yet. */
const whileLoading = { number_of_replicas: 0, refresh_interval: '-1' };
/** If the state that is waited for doesn't come in time, the answer still tells the present one. */
const acceptTimeout = { ignore: [408] };
/** Minutes that the engine may take to copy the new index. */
const copyMinutes = 15;
/** Pages that one request copies. */
const maxCopied = 10_000;

/** What {@link fillIndex} works with. */
interface Filling {
  client: Client;
  layout: IndexLayout;
  /** Number of former indexes that are kept. */
  keep: number;
  say: (line: string) => void;
  /** The index that is searched so far; `undefined` before the first load. */
  former: string | undefined;
  /** Its pages. */
  before: PageHashes;
  /** The pages of the new index. */
  wanted: PageHashes;
  /** Pages that the former index doesn't have, or not so. */
  changed: Spool<EngineDocument>;
}

/**
 * Fill a new index with the wanted pages, and have readers search it instead of the former one.
 * @returns its name, and how many pages it has, were sent, and are gone
 * @throws LoadError if the engine refuses pages, or the index lacks some
 */
export async function fillIndex({
  client,
  layout,
  keep,
  say,
  before,
  wanted,
  former,
  changed,
}: Filling): Promise<{ index: string; pages: number; sent: number; removed: number }> {
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
  const sent = await sendPages(client, index, changed, there);
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

/** Whether an interrupted load left an index to continue with. One that has lost a shard with a machine is deleted. */
async function isBegun(client: Client, index: string): Promise<boolean> {
  const { body: exists } = await client.indices.exists({ index });
  if (!exists) return false;
  const { body } = await client.cluster.health(
    { index, wait_for_status: 'yellow', timeout: '30s' },
    acceptTimeout,
  );
  if (body.status !== 'red') return true;
  await client.indices.delete({ index });
  return false;
}

/** Have the engine copy the new index to its other machines, and wait for the copies if there are enough machines. */
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
    { requestTimeout: (copyMinutes + 1) * 60_000, ...acceptTimeout },
  );
  if (!enough || body.status !== 'green')
    say(
      `Not every copy is there: the cluster is ${body.status}, of ${cluster.number_of_data_nodes} machines.`,
    );
}

/** Copy unchanged pages from the former index, inside the engine. They are added to `there`. */
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
  for (let at = 0; at < same.length; at += maxCopied) {
    const part = same.slice(at, at + maxCopied);
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

/** Delete all former indexes but the last `keep`. */
async function removeOld(client: Client, inUse: string, keep: number): Promise<void> {
  const others = (await allIndexes(client)).filter((name) => name !== inUse);
  const old = others.slice(0, Math.max(0, others.length - keep));
  if (old.length > 0) await client.indices.delete({ index: old.join(',') });
}
