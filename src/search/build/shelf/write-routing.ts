import { gzipSync } from 'node:zlib';
import { compareTokens, encodeChunk } from '../../format/chunk.ts';
import {
  beginningOf,
  beginningToken,
  chunkOf,
  encodeRow,
  routingFormat,
  sharedLetters,
  type ListedBook,
  type RoutingHead,
  type SpreadChunks,
} from '../../format/routing.ts';
import type { Summary } from '../../format/summary.ts';
import type { SearchTables } from '../../format/tables.ts';
import { IndexFolder } from '../index-folder.ts';
import { writeRuns } from './write-runs.ts';

/** Bytes, unpacked, that a chunk is to have: about a third of that over the wire. */
const chunkSize = 12_000;

type Rows = Map<string, Map<number, number>>;

/** On how many pages of each book each token is. */
function gather(books: readonly (ReadonlyMap<string, number> | undefined)[]): Rows {
  const rows: Rows = new Map();
  for (const [book, counts] of books.entries()) {
    for (const [token, pages] of counts ?? []) {
      const row = rows.get(token);
      if (row) row.set(book, pages);
      else rows.set(token, new Map([[book, pages]]));
    }
  }
  return rows;
}

/** The words' rows with one more for each beginning that is shorter than what words are spread by. */
function withBeginnings(words: Rows): Rows {
  const rows: Rows = new Map(words);
  for (const [word, row] of words) {
    for (let length = 1; length < sharedLetters; length += 1) {
      const token = beginningToken([...word].slice(0, length).join(''));
      const all = rows.get(token) ?? new Map<number, number>();
      for (const [book, pages] of row) all.set(book, Math.max(pages, all.get(book) ?? 0));
      rows.set(token, all);
    }
  }
  return rows;
}

function writeSpread(
  folder: IndexFolder,
  stem: string,
  rows: Rows,
  placeOf: (token: string) => string,
): SpreadChunks {
  const encoded = [...rows]
    .sort(([a], [b]) => compareTokens(a, b))
    .map(([token, row]) => [token, encodeRow(row)] as const);
  const bytes = encoded.reduce((sum, [token, row]) => sum + row.length + 3 * token.length + 2, 0);
  const count = Math.max(1, Math.ceil(bytes / chunkSize));
  const chunks = Array.from({ length: count }, (): (readonly [string, Uint8Array])[] => []);
  for (const each of encoded) chunks[chunkOf(placeOf(each[0]), count)]?.push(each);
  return {
    count,
    folder: folder.putAll(
      stem,
      chunks.map((chunk, at) => [`${String(at)}.bin`, gzipSync(encodeChunk(chunk), { level: 9 })]),
    ),
  };
}

/** Where an English word is looked for. */
const wordPlace = (token: string): string => (token.endsWith('…') ? token.slice(0, -1) : beginningOf(token));

/**
 * Write the tables that a search of a shelf begins with below `folder`: which handbooks have which tokens, in
 * small files. A search reads one or two of them.
 *
 * @param summaries of the books, in their order; `undefined` where a book could not be asked.
 */
export function writeRouting(
  folder: string,
  books: readonly ListedBook[],
  summaries: readonly (Summary | undefined)[],
  tables: SearchTables,
): RoutingHead {
  const index = new IndexFolder(folder);
  const pairs = gather(summaries.map((summary) => summary?.pairs));
  const runs = summaries.map((summary) => summary?.runs);
  const unknown = summaries.flatMap((summary, book) => (summary && !summary.runs ? [book] : []));
  const words = withBeginnings(gather(summaries.map((summary) => summary?.words)));
  const head: RoutingHead = {
    format: routingFormat,
    books: [...books],
    pairs: writeSpread(index, 'pairs', pairs, (token) => token),
    ...(runs.some((each) => each) && { runs: writeRuns(index, runs, unknown) }),
    words: writeSpread(index, 'words', words, wordPlace),
    tables: index.putJson('tables', tables),
  };
  index.putHead('index.json', head);
  index.removeOthers();
  return head;
}
