import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { payloads as listPayloads } from '../../../samples/payloads.ts';
import { madeHandbooks } from '../../../samples/shelf/made-books.ts';
import { writeMadeHandbook } from '../../../samples/shelf/write-handbook.ts';
import { run } from '../../lib/run.ts';
import { markupFaults, ownScripts } from './markup-faults.ts';

/** Handbooks of the shelf, and pages of each handbook. */
const [bookCount, pagesOfEach] = [3, 100];

/**
 * Build a shelf of handbooks with payloads in every title and text, and in every field of its list.
 * @returns the folder of the shelf
 */
export async function makePayloadShelf(folder: string, count: number): Promise<string> {
  const all = listPayloads(count);
  let next = 0;
  const payload = () => all[(next += 1) % all.length] ?? '';
  const text = () => ({ zh: `客户${payload()}`, en: `Customer ${payload()}` });
  mkdirSync(folder, { recursive: true });
  const books = [];
  for (const made of madeHandbooks(bookCount, pagesOfEach)) {
    const entries = made.entries.map((entry) => ({
      ...entry,
      title: text(),
      keywords: { zh: [payload()], en: [payload()] },
      blocks: entry.blocks.map(([id, block]): [string, string] => [id, block + payload()]),
    }));
    const book = { ...made, title: text(), entries };
    await writeMadeHandbook(join(folder, made.id), book, `http://localhost:4321/books/${made.id}/`);
    books.push({ id: made.id, folder: join(folder, made.id), title: text(), department: text() });
  }
  const list = join(folder, 'shelf.yaml');
  writeFileSync(list, JSON.stringify({ title: text(), description: text(), books }));
  const out = join(folder, 'dist');
  const built = await run(process.execPath, ['scripts/shelf.ts', list, '--out', out], { capture: true });
  if (built.code !== 0) throw new Error(built.output.slice(-2000));
  return out;
}

/** What the pages of a shelf have that they should not. */
export async function shelfFaults(dist: string): Promise<{ faults: string[]; files: number }> {
  const own = await ownScripts();
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const faults = files.flatMap((name) =>
    markupFaults(readFileSync(join(dist, name), 'utf8'), own).faults.map((fault) => `${name}: ${fault}`),
  );
  return { faults, files: files.length };
}
