import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { must } from '../../lib/must.ts';

/** An index as Pagefind wrote it. */
export interface PagefindFiles {
  /** Pagefind's names for the pages (`zz_2e6c548`), in the order in which they were fed; their positions are its numbers for them. */
  pages: string[];
  /** Uncompressed WebAssembly module that reads the index. */
  engine: Buffer;
  /** Table of chunks, compressed. */
  meta: Buffer;
  /** Chunks of the index in the order of their tokens, compressed as Pagefind wrote them. */
  chunks: { name: string; content: Buffer }[];
}

export interface PagefindOptions {
  /** How large a chunk of the index may grow, in Pagefind's own measure. Smaller chunks make a query's first bytes fewer. */
  chunkSize: number;
}

/** What Pagefind 1.6 writes into its table of chunks: version, pages, chunks, and what no index here has. */
type Meta = [
  version: string,
  pages: [name: string, ...unknown[]][],
  chunks: [first: string, last: string, name: string][],
  ...unknown[],
];

/**
 * No language: Pagefind has no stemmer for it and leaves every word as it is. One search module then reads
 * every index.
 */
const language = 'zz';

/** Every file that Pagefind compresses starts with this once it is unpacked. */
const signature = 'pagefind_dcd';

/**
 * Unpack a file that Pagefind wrote.
 *
 * @throws An `Error` where it is in another format than Pagefind 1.6's.
 */
export function unpack(content: Buffer): Buffer {
  const plain = gunzipSync(content);
  if (plain.toString('latin1', 0, signature.length) !== signature) {
    throw new Error(
      'Expected a file of Pagefind 1.6, found another format. Pin pagefind to the version of package-lock.json.',
    );
  }
  return plain.subarray(signature.length);
}

/** A table of chunks that names the pages by their numbers instead of by hashes, which do not compress. */
export function numberPages(meta: Buffer): Buffer {
  const [version, pages, ...rest] = decode(unpack(meta)) as Meta;
  const numbered = pages.map(([, ...facts], page) => [String(page), ...facts]);
  return gzipSync(Buffer.concat([Buffer.from(signature), encode([version, numbered, ...rest])]), {
    level: 9,
  });
}

/** Pages that Pagefind is handed before it has answered for them. */
const pagesAtOnce = 500;

/** Pagefind numbers pages in the order of their addresses. */
const addressOf = (position: number): string => String(position).padStart(9, '0');

async function addAll(pages: Iterable<string>, options: PagefindOptions, folder: string): Promise<void> {
  // Read by Pagefind's binary when it starts; there is no option for it.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(options.chunkSize);
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  let position = 0;
  let sent: Promise<void>[] = [];
  const add = async (html: string, url: string) => {
    const content = `<html lang="${language}"><body data-pagefind-body>${html}</body></html>`;
    const { errors } = await index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new Error(`Pagefind refused a page: ${errors.join('; ')}`);
  };
  // Pagefind goes on with what it has while this process does something else.
  for (const html of pages) {
    sent.push(add(html, addressOf(position)));
    position += 1;
    if (sent.length < pagesAtOnce) continue;
    await Promise.all(sent);
    sent = [];
  }
  await Promise.all(sent);
  await index.writeFiles({ outputPath: folder });
  await close();
}

async function checkOrder(folder: string, pages: readonly string[]): Promise<void> {
  for (const [position, name] of pages.entries()) {
    const fragment = unpack(await readFile(join(folder, 'fragment', `${name}.pf_fragment`)));
    const { url } = JSON.parse(fragment.toString()) as { url: string };
    if (url.replace(/^\//, '') !== addressOf(position)) {
      throw new Error(
        `Expected Pagefind to number the page ${addressOf(position)} ${String(position)}, found ${url} there. Pin pagefind to the version of package-lock.json.`,
      );
    }
  }
}

async function readIndex(folder: string): Promise<PagefindFiles> {
  const names = await readdir(folder);
  const pick = (pattern: RegExp): string => must(names.filter((name) => pattern.test(name)).sort()[0]);
  const meta = await readFile(join(folder, pick(/\.pf_meta$/)));
  const [, pages, chunks] = decode(unpack(meta)) as Meta;
  const inOrder = pages.map(([name]) => name);
  await checkOrder(folder, inOrder);
  return {
    pages: inOrder,
    engine: unpack(await readFile(join(folder, pick(/^wasm\..*\.pagefind$/)))),
    meta,
    chunks: await Promise.all(
      chunks.map(async ([, , name]) => ({
        name,
        content: await readFile(join(folder, 'index', `${name}.pf_index`)),
      })),
    ),
  };
}

/**
 * Build an index with Pagefind's Node API.
 *
 * @param pages The content of each page's `<body>`.
 * @throws Errors that Pagefind reports.
 */
export async function pagefindIndex(
  pages: Iterable<string>,
  options: PagefindOptions,
): Promise<PagefindFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'handbook-index-'));
  try {
    await addAll(pages, options, folder);
    return await readIndex(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
