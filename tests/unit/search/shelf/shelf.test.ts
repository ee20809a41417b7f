import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { grep, QuerySets } from '../../../../samples/query-sets.ts';
import { seededRandom } from '../../../../samples/random.ts';
import { madeHandbooks, type MadeHandbook } from '../../../../samples/shelf/made-books.ts';
import { writeMadeHandbook } from '../../../../samples/shelf/write-handbook.ts';
import { answer, type Answer } from '../../../../src/search/browser/answer.ts';
import { indexOpener } from '../../../../src/search/browser/open-index.ts';
import { shelfOpener, type Shelf } from '../../../../src/search/browser/shelf/open-shelf.ts';
import type { ShelfBooks } from '../../../../src/search/browser/shelf/shelf-books.ts';
import { ShelfPhrases } from '../../../../src/search/browser/shelf/shelf-phrases.ts';
import { ShelfWords } from '../../../../src/search/browser/shelf/shelf-words.ts';
import { writeIndexes } from '../../../../src/search/build/build.ts';
import type { SearchEntry } from '../../../../src/search/build/entry.ts';
import { searchTables } from '../../../../src/search/build/tables.ts';
import { writeRouting } from '../../../../src/search/build/shelf/write-routing.ts';
import { recordTypes } from '../../../../src/search/format/records.ts';
import type { ListedBook } from '../../../../src/search/format/routing.ts';
import { decodeSummary, type ShelfHead } from '../../../../src/search/format/summary.ts';
import { must } from '../../../../src/lib/must.ts';
import { times } from '../../../times.ts';
import { serveFolders } from './files-fetch.ts';

let folder: string;
let books: MadeHandbook[];
let listed: ListedBook[];
let served: ReturnType<typeof serveFolders>;
/** Entries of all books in one, ordered as an index orders them, each with its name on the shelf. */
let all: { name: string; entry: SearchEntry }[];

const address = (id: string): string => `https://${id}.example/`;
const readHead = (id: string) =>
  JSON.parse(readFileSync(join(folder, id, 'pagefind', 'shelf', 'head.json'), 'utf8')) as ShelfHead;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-'));
  books = madeHandbooks(5, 30);
  for (const book of books) await writeMadeHandbook(join(folder, book.id), book, address(book.id));
  listed = books.map(({ id, title }) => {
    const { pages, summary } = readHead(id);
    return { id, title, address: address(id), pages, summary };
  });
  all = books
    .flatMap(({ id, entries }, position) =>
      // Chapters of one book are numbered through.
      entries.map((entry) => ({
        name: `${id}/${entry.type}/${entry.id}`,
        entry: { ...entry, id: `${String(position + 1)}${entry.id}` },
      })),
    )
    .sort((a, b) => recordTypes.indexOf(a.entry.type) - recordTypes.indexOf(b.entry.type));
  const entries = all.map(({ entry }) => entry);
  await writeIndexes(entries, [['交货', '到货']], join(folder, 'all'));
  const summaries = listed.map(({ id, summary }) =>
    decodeSummary(gunzipSync(readFileSync(join(folder, id, 'pagefind', 'shelf', summary ?? '')))),
  );
  const tables = searchTables(entries, [['交货', '到货']]);
  writeRouting(join(folder, 'shelf'), listed, summaries, tables);
  served = serveFolders({
    ...Object.fromEntries(books.map(({ id }) => [address(id), `${join(folder, id)}/`])),
    'https://all.example/': join(folder, 'all'),
    'https://shelf.example/': join(folder, 'shelf'),
  });
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true, force: true });
});

const openShelf = (): Promise<Shelf> => shelfOpener('https://shelf.example/')();
const namesIn = (found: Answer | undefined): string[] =>
  (found?.hits ?? []).map(
    ({ record }) => `${record?.facets.book?.[0] ?? ''}/${record?.type ?? ''}/${record?.id ?? ''}`,
  );

/** The same question to one index over all texts. */
async function askOne(typed: string, language: 'zh' | 'en' = 'zh') {
  const found = await answer(typed, indexOpener('https://all.example/'), language);
  return { found, names: (found?.hits ?? []).map(({ page }) => must(all[page]).name) };
}

const named = () => all.map(({ name, entry }) => ({ ...entry, id: name.replace(/\/\w+\//, ':') }));

describe('a shelf of handbooks is searched as one', () => {
  test('finds what grep finds, and ranks it as one index over all texts does', async () => {
    const shelf = await openShelf();
    const sets = new QuerySets(named());
    for (const { typed } of [
      ...sets.substrings(times(24)),
      ...sets.words(times(8)),
      ...sets.acrossWords(times(8)),
    ]) {
      const found = await answer(typed, shelf.opener(), 'zh');
      const { names } = await askOne(typed);
      expect(found?.relaxed, typed).toBeUndefined();
      expect(namesIn(found), typed).toEqual(names);
      expect(names.length, typed).toBe(grep(named(), typed).size);
    }
  });

  test('relaxes only what no handbook has, in the words of one index', async () => {
    const shelf = await openShelf();
    const sets = new QuerySets(named());
    const typed = [
      ...sets.dropped(times(6)),
      ...sets.swapped(times(6)),
      ...sets.doubled(times(3)),
      ...sets.twoKeywords(times(6)),
    ].map((query) => query.typed);
    let same = 0;
    for (const each of typed) {
      const found = await answer(each, shelf.opener(), 'zh');
      const { found: one, names } = await askOne(each);
      expect(found?.relaxed, each).toBe(one?.relaxed);
      if (JSON.stringify(namesIn(found)) === JSON.stringify(names)) same += 1;
    }
    expect(same / typed.length).toBeGreaterThanOrEqual(0.95);
  });

  test('weighs the words of a query by all handbooks, not by each', async () => {
    const shelf = await openShelf();
    const sets = new QuerySets(named(), 5);
    const words = sets.words(24).map(({ typed }) => typed);
    let tried = 0;
    for (let at = 0; at + 2 < words.length; at += 3) {
      const typed = words.slice(at, at + 3).join(' ');
      const found = await answer(typed, shelf.opener(), 'zh');
      if (found?.relaxed !== 'any') continue;
      tried += 1;
      expect(namesIn(found), typed).toEqual((await askOne(typed)).names);
    }
    expect(tried).toBeGreaterThanOrEqual(3);
  });

  test('finds English words in every handbook that has them, and mends a mistyped one', async () => {
    const shelf = await openShelf();
    for (const typed of ['warranty', 'customer contract', must(books[2]).id.replace(/-.*/, '')]) {
      const found = namesIn(await answer(typed, shelf.opener(), 'en'));
      expect(found.toSorted(), typed).toEqual((await askOne(typed, 'en')).names.toSorted());
      expect(found.length).toBeGreaterThan(0);
    }
    const mended = await answer('warrantty', shelf.opener(), 'en');
    expect(mended).toMatchObject({ relaxed: 'typo', terms: ['warranty'] });
  });

  test('reads a query in pinyin from every title', async () => {
    const shelf = await openShelf();
    const { found, names } = await askOne('jiaohuo');
    expect(namesIn(await answer('jiaohuo', shelf.opener(), 'zh')).toSorted()).toEqual(names.toSorted());
    expect(found?.hits.length).toBeGreaterThanOrEqual(0);
  });
});

describe('who is asked', () => {
  test('a phrase that one handbook has is asked of few others', async () => {
    const sets = new QuerySets(named(), 9);
    let asked = 0;
    const typed = sets.substrings(80).filter((query) => {
      const having = grep(named(), query.typed);
      return query.typed.length >= 4 && new Set([...having].map((name) => name.split(':')[0])).size === 1;
    });
    for (const query of typed) {
      const shelf = await openShelf();
      served.asked.length = 0;
      await answer(query.typed, shelf.opener(), 'zh');
      asked += served.asked.filter((url) => url.endsWith('/zh/index.json')).length;
    }
    expect(typed.length).toBeGreaterThan(10);
    expect(asked / typed.length).toBeLessThan(1.5);
  });

  test('a handbook that can’t be reached is left out by name, and comes back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const shelf = await openShelf();
    const [first] = listed;
    served.stopped.add(must(first).address);
    const word = must(must(books[0]).entries[0]).title.zh.slice(0, 2);
    await answer(word, shelf.opener(), 'zh');
    await shelf.books.check();
    expect(shelf.books.leftOut).toEqual([{ book: first, why: 'unreachable' }]);
    served.stopped.clear();
    vi.advanceTimersByTime(60_000);
    const found = await answer(word, shelf.opener(), 'zh');
    expect(shelf.books.leftOut).toEqual([]);
    expect(namesIn(found).some((name) => name.startsWith(must(first).id))).toBe(true);
    vi.useRealTimers();
  });

  test('a handbook of a former format is left out by name', async () => {
    const path = join(folder, must(books[1]).id, 'pagefind', 'zh', 'index.json');
    const head = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...head, summary: undefined }));
    const shelf = await openShelf();
    const word = must(must(books[1]).entries[0]).title.zh.slice(0, 3);
    const found = namesIn(await answer(word, shelf.opener(), 'zh'));
    expect(found.some((name) => name.startsWith(must(books[1]).id))).toBe(false);
    expect(shelf.books.leftOut).toEqual([{ book: listed[1], why: 'format' }]);
    writeFileSync(path, JSON.stringify(head));
  });

  test('files of a handbook that are damaged, or made to harm, leave what the others answer as it is', async () => {
    const random = seededRandom(16);
    const book = must(books[2]);
    const word = must(book.entries[0]).title.zh.slice(0, 2);
    const ask = async () => {
      const shelf = await openShelf();
      return [
        ...namesIn(await answer(word, shelf.opener(), 'zh')),
        ...namesIn(await answer('warranty', shelf.opener(), 'en')),
      ].toSorted();
    };
    const isOwn = (name: string) => name.startsWith(`${book.id}/`);
    served.asked.length = 0;
    const before = await ask();
    const others = before.filter((name) => !isOwn(name));
    expect(others.length).toBeGreaterThan(5);
    expect(others.length).toBeLessThan(before.length);
    const own = address(book.id);
    const files = served.asked.filter((url) => url.startsWith(own)).map((url) => url.slice(own.length));
    const noise = () => Buffer.from(Array.from({ length: 400 }, () => random.below(256)));
    let left = 0;
    for (let tries = 0; tries < times(30); tries += 1) {
      const path = join(folder, book.id, random.pick(files));
      const original = readFileSync(path);
      const damage = random.pick([
        () => Buffer.from(random.pick(['', '{}', 'null', '[]', '<html>', '{"__proto__":{"size":1e9}}'])),
        noise,
        () => gzipSync(noise()),
        () => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), noise()])),
        () => original.subarray(0, original.length / 2),
      ]);
      writeFileSync(path, damage());
      const found = await ask();
      expect(
        found.filter((name) => !isOwn(name)),
        path,
      ).toEqual(others);
      if (!found.some(isOwn)) left += 1;
      writeFileSync(path, original);
    }
    expect(left).toBeGreaterThan(2);
  });

  test('a page number past a handbook’s own leads to no other handbook', async () => {
    const hostile = new Map([
      [2 ** 20 + 3, 0],
      [-1, 0],
      [0.5, 0],
      [7, 0],
    ]);
    const opened = {
      phrases: { phrase: () => Promise.resolve(hostile) },
      search: {
        search: () =>
          Promise.resolve([
            ...[...hostile.keys()].map((page) => ({ page, score: 1 })),
            { page: 8, score: Infinity },
          ]),
      },
    };
    const shelfBooks = {
      all: [],
      size: () => 10,
      ask: (_: number, __: string, question: (index: typeof opened) => unknown) => question(opened),
    } as unknown as ShelfBooks;
    const second = () => Promise.resolve(new Map([[1, 1]]));
    const phrases = await new ShelfPhrases(shelfBooks, second).phrase('交货');
    expect([...phrases.keys()]).toEqual([2 ** 20 + 7]);
    const words = await new ShelfWords(shelfBooks, second).search('contract');
    expect(words.map(({ page }) => page)).toEqual([2 ** 20 + 7]);
  });

  test('a handbook that has changed since the shelf was made is asked for what the shelf doesn’t know of', async () => {
    const book = must(books[3]);
    const [entry, ...others] = book.entries;
    const phrase = '璺燚氕';
    const changed = { ...must(entry), blocks: [['p-0', `这里有${phrase}。`] as const] };
    await writeMadeHandbook(
      join(folder, book.id),
      { ...book, entries: [changed, ...others] },
      address(book.id),
    );
    const shelf = await openShelf();
    const before = await answer(phrase, shelf.opener(), 'zh');
    expect(before?.hits.length ?? 0).toBe(0);
    expect(await shelf.books.check()).toBe(true);
    const found = await answer(phrase, shelf.opener(), 'zh');
    expect(namesIn(found)[0]).toBe(`${book.id}/${changed.type}/${changed.id}`);
  });
});
