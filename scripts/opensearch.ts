// npm run opensearch -- load --url URL …: brings the built site's pages, or those of a shelf of handbooks, into OpenSearch or Elasticsearch.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, errors } from '@opensearch-project/opensearch';
import { readEntries } from '../src/search/build/read-entries.ts';
import { isBookName, soleBook } from '../src/search/engine/names.ts';
import { toDocument } from '../src/search/load/document.ts';
import { callerDirectory, siteEnvironment } from './lib/environment.ts';
import { complain, say } from './lib/say.ts';
import { documentsOf, shelfBooks } from './opensearch/books.ts';
import { LoadError } from './opensearch/load-error.ts';
import { loadPages, type Load, type Loaded } from './opensearch/load.ts';
import { ShelfError } from './shelf/read-shelf.ts';

const usage = `Usage: npm run opensearch -- load --url URL [--book NAME] [--address URL | --shelf shelf.yaml] [--out dist-shelf] [--shards 1] [--replicas 1] [--keep 2]
  --url       the cluster, with user and password where it asks for them: https://user:password@search.example.org:9200
  --book      name of this handbook among others in the cluster (letters, figures, - and _); default: handbook
  --address   where its site is, for results that are shown on another site
  --keep      former versions that stay in the cluster
  --shelf     a list of handbooks (shelf.yaml): all of them are loaded, each by its own name; those that are listed by folder as \`npm run shelf\` built them
  --out       where \`npm run shelf\` built them; default: dist-shelf`;

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        book: { type: 'string', default: soleBook },
        address: { type: 'string' },
        shards: { type: 'string', default: '1' },
        replicas: { type: 'string', default: '1' },
        keep: { type: 'string', default: '2' },
        shelf: { type: 'string' },
        out: { type: 'string', default: 'dist-shelf' },
      },
    });
    const numbers = [values.shards, values.replicas, values.keep].map(Number);
    if (positionals.join(' ') !== 'load' || values.url === undefined || !URL.canParse(values.url))
      throw new Error('Expected the command load and the address of a cluster.');
    if (!isBookName(values.book)) throw new Error(`“${values.book}” is no name for --book.`);
    if (numbers.some((number) => !Number.isInteger(number) || number < 0) || numbers[0] === 0)
      throw new Error('Expected whole numbers for --shards (1 or more), --replicas and --keep.');
    const [shards = 1, replicas = 1, keep = 2] = numbers;
    return { ...values, url: values.url, shards, replicas, keep };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

const { url, book, address, shards, replicas, keep, shelf, out } = readArguments();
const { contentDir, distDir, base } = siteEnvironment();
const client = new Client({ node: url, maxRetries: 6, requestTimeout: 120_000 });
/** The cluster's address without its password, for messages. */
const shownUrl = new URL(url).origin;

try {
  const { index, pages, sent, removed } = shelf === undefined ? await loadSite() : await loadShelf(shelf);
  say(
    `${shownUrl} searches ${pages} pages in ${index}: ${sent} sent, ${removed} gone, the others as they were.`,
  );
} catch (error) {
  complain(explain(error));
  process.exitCode = 1;
} finally {
  await client.close();
}

async function load(pages: Pick<Load, 'documents' | 'books'>): Promise<Loaded> {
  return await loadPages({ client, layout: { shards, replicas }, keep, say, ...pages });
}

async function loadSite(): Promise<Loaded> {
  const entries = await readEntries({ contentDir, distDir });
  const documents = entries.map((entry, order) => toDocument(entry, book, order, address));
  return await load({ documents, books: [book] });
}

/** Load the handbooks of a shelf. One that can't be read stays as the engine has it, and the command says so and ends with 1. */
async function loadShelf(list: string): Promise<Loaded> {
  const books = shelfBooks(resolve(callerDirectory, list), resolve(callerDirectory, out), base);
  const loaded: string[] = [];
  const documents = documentsOf(books, {
    read: ({ id }, pages) => {
      loaded.push(id);
      say(`${id}: ${pages} pages`);
    },
    left: ({ id, address: at }, why) => {
      complain(`${id} (${at}): stays as it was. ${why} Run the command again then.`);
      process.exitCode = 1;
    },
  });
  return await load({ documents, books: () => loaded });
}

function explain(error: unknown): string {
  if (error instanceof LoadError || error instanceof ShelfError) return error.message;
  if (error instanceof errors.ConnectionError || error instanceof errors.TimeoutError)
    return `${shownUrl} does not answer: ${error.message}. Check --url, and that the cluster is running; then run the same command again, it goes on where it was.`;
  if (error instanceof errors.ResponseError)
    return `${shownUrl} refused (${error.statusCode ?? '?'}): ${error.message}. Readers go on searching what was there.`;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return `${distDir} lacks a page of the book. Run \`npm run build\` first.`;
  throw error;
}
