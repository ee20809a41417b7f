import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

/** A page as Pagefind is given it. */
export interface FedPage {
  /** Any name; the index's own name for the page is looked up by it. */
  name: string;
  /** HTML inside `<body>`. */
  html: string;
}

export interface IndexFiles {
  /** The index's name for each page fed. */
  pages: Map<string, string>;
  /** Uncompressed WebAssembly module that reads the index. */
  engine: Buffer;
  /** Table of chunks, compressed. */
  meta: Buffer;
  /** Chunks of the index by file name, compressed as Pagefind wrote them. */
  chunks: { name: string; content: Buffer }[];
}

export interface IndexOptions {
  /** How large a chunk of the index may grow, in Pagefind's own measure. Smaller chunks make a query's first bytes fewer. */
  chunkSize: number;
}

/** No language: Pagefind has no stemmer for it and takes every word as it stands. One search module then reads every index. */
const language = 'zz';

/** Every file that Pagefind compresses starts with this once it is unpacked. */
const signature = 'pagefind_dcd';

function unpack(content: Buffer): Buffer {
  const plain = gunzipSync(content);
  if (plain.toString('latin1', 0, signature.length) !== signature) {
    throw new Error(
      'Expected a file of Pagefind 1.6, found another format. Pin pagefind to the version of package-lock.json.',
    );
  }
  return plain.subarray(signature.length);
}

async function addAll(pages: Iterable<FedPage>, options: IndexOptions, folder: string): Promise<void> {
  // Read by Pagefind's binary when it starts; there is no option for it.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(options.chunkSize);
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  for (const { name, html } of pages) {
    const added = await index.addHTMLFile({
      url: name,
      content: `<html lang="${language}"><body data-pagefind-body>${html}</body></html>`,
    });
    if (added.errors.length > 0) throw new Error(`Pagefind refused ${name}: ${added.errors.join('; ')}`);
  }
  await index.writeFiles({ outputPath: folder });
  await close();
}

async function readIndex(folder: string): Promise<IndexFiles> {
  const names = await readdir(folder);
  const pick = (pattern: RegExp): string => names.filter((name) => pattern.test(name)).sort()[0]!;
  const pages = new Map<string, string>();
  for (const file of await readdir(join(folder, 'fragment'))) {
    const fragment = JSON.parse(unpack(await readFile(join(folder, 'fragment', file))).toString()) as {
      url: string;
    };
    pages.set(fragment.url.replace(/^\//, ''), file.replace(/\.pf_fragment$/, ''));
  }
  const chunks = await readdir(join(folder, 'index'));
  return {
    pages,
    engine: unpack(await readFile(join(folder, pick(/^wasm\..*\.pagefind$/)))),
    meta: await readFile(join(folder, pick(/\.pf_meta$/))),
    chunks: await Promise.all(
      chunks.map(async (name) => ({ name, content: await readFile(join(folder, 'index', name)) })),
    ),
  };
}

/**
 * Build a Pagefind index through its Node API.
 *
 * @throws What Pagefind reports.
 */
export async function pagefindIndex(pages: Iterable<FedPage>, options: IndexOptions): Promise<IndexFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'handbook-index-'));
  try {
    await addAll(pages, options, folder);
    return await readIndex(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
