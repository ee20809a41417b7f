import { gzipSync } from 'node:zlib';
import { encodeChunk } from '../format/chunk.ts';
import { encodeFields } from '../format/fields.ts';
import type { ChineseHead } from '../format/files.ts';
import { encodePostings } from '../format/postings.ts';
import type { SearchTables } from '../format/tables.ts';
import type { Design } from '../format/tokens.ts';
import { isLarge } from './design.ts';
import { IndexFolder } from './index-folder.ts';
import type { ChineseText } from './languages.ts';
import { pagefindIndex, type PagefindFiles } from './pagefind-index.ts';
import { mergedTokens, type TokenPostings } from './pagefind-tokens.ts';
import { writeHead } from './write-head.ts';

/**
 * Pagefind holds all that it indexes in memory, 0.75 MB for a page of 1,000 characters in pairs; in parts of this many
 * pages it stays below 5 GB.
 */
const partSize = 6500;

/** Chunks of an index are read by us, not by Pagefind; in its own files they may be as large as it likes. */
const pagefindChunkSize = 20_000;

/** Bytes of postings, unpacked, from which on a chunk takes no more tokens. Small ones make a query light and the table of chunks heavy. */
const chunkSizeFor = (pages: number): number => (pages <= 1000 ? 2000 : 6000);

/** The texts in parts of nearly one size. */
function partsOf(texts: readonly ChineseText[]): ChineseText[][] {
  const size = Math.ceil(texts.length / Math.ceil(texts.length / partSize));
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, part) =>
    texts.slice(part * size, (part + 1) * size),
  );
}

/** What the head tells of the chunks. */
interface ChunkTable {
  firsts: string[];
  bytes: number[];
}

/** Chunks as files, in the order of their tokens; fills in the table as they go by. */
function* chunkFiles(
  tokens: Iterable<TokenPostings>,
  size: number,
  table: ChunkTable,
): Generator<[name: string, content: Uint8Array]> {
  let chunk: [string, Uint8Array][] = [];
  let bytes = 0;
  const pack = (): [string, Uint8Array] => {
    const content = gzipSync(encodeChunk(chunk), { level: 9 });
    table.firsts.push(chunk[0]![0]);
    table.bytes.push(content.length);
    chunk = [];
    bytes = 0;
    return [`${String(table.bytes.length - 1)}.bin`, content];
  };
  for (const [token, postings] of tokens) {
    const encoded = encodePostings(postings);
    // Very common tokens get their own chunk, so queries for rarer ones don't download them.
    if (chunk.length > 0 && bytes + encoded.length > size) yield pack();
    chunk.push([token, encoded]);
    bytes += encoded.length;
  }
  if (chunk.length > 0) yield pack();
}

/** Have Pagefind collect the positions of every token of Chinese texts. */
export async function chineseParts(texts: readonly ChineseText[]): Promise<PagefindFiles[]> {
  const parts: PagefindFiles[] = [];
  for (const part of partsOf(texts)) {
    parts.push(
      await pagefindIndex(
        part.map(({ html }) => html),
        { chunkSize: pagefindChunkSize },
      ),
    );
  }
  return parts;
}

interface ChineseParts {
  parts: readonly PagefindFiles[];
  design: Design;
  tables: SearchTables;
  /** Name of the book's summary for shelves. */
  summary: string;
}

/**
 * Write the index of Chinese texts: what Pagefind collected is rearranged for phrase search. All files that the browser requests are written below
 * `folder`.
 */
export function writeChineseIndex(
  texts: readonly ChineseText[],
  folder: string,
  { parts, design, tables, summary }: ChineseParts,
): ChineseHead {
  const index = new IndexFolder(folder);
  const fields = texts.map((text) => text.fields);
  const table: ChunkTable = { firsts: [], bytes: [] };
  const chunks = index.putAll('chunks', chunkFiles(mergedTokens(parts), chunkSizeFor(texts.length), table));
  const head: ChineseHead = {
    ...writeHead(texts, index, {
      language: 'zh',
      heads: fields.map((field) =>
        field.keywords.reduce((sum, length) => sum + length, field.title + field.summary),
      ),
    }),
    summary,
    design,
    chunks,
    firsts: table.firsts.join(' '),
    bytes: table.bytes,
    ...(isLarge(texts.length) && {
      fields: index.putNamed('fields', 'bin', gzipSync(encodeFields(fields), { level: 9 })),
    }),
    tables: index.putJson('tables', tables),
  };
  index.putHead('index.json', head);
  index.removeOthers();
  return head;
}
