import type { Client } from '@opensearch-project/opensearch';
import { documentId, type EngineDocument } from '../../src/search/load/document.ts';
import { LoadError } from './load-error.ts';
import type { Spool } from './spool.ts';
import type { PageHashes } from './targets.ts';

/** Bytes of pages in one request. */
const requestBytes = 2_000_000;
/** Requests at the same time. */
const concurrentRequests = 3;
/** Times that a request is repeated if the engine is too busy. */
const maxRetries = 6;
/** Milliseconds before the first repetition; each pause is twice as long as the one before. */
const firstPauseMs = 500;
/** Refused pages that are named. */
const maxNamed = 5;

/** Identifier of a page in the engine: `sales/rule/01-02`. */
export const idOf = ({ book, type, entry }: EngineDocument): string => documentId(book, { type, id: entry });

/**
 * Send the pages that an index doesn't have yet.
 * @param there pages that it has, with their hashes
 * @returns how many were sent
 * @throws LoadError if the engine refuses some
 */
export async function sendPages(
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
    concurrency: concurrentRequests,
    retries: maxRetries,
    wait: firstPauseMs,
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
