import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ShelfError } from '../../../scripts/shelf/read-shelf.ts';
import { checkShelfLinks } from '../../../scripts/slides-check/check-shelf-links.ts';
import { readShelfWays, type ShelfWays } from '../../../scripts/slides-check/shelf-ways.ts';

const edition = fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url));
const home = 'https://shelf.example.org/';
let folder: string;
let list: string;

const handbook = {
  title: { zh: '售后守则' },
  chapters: [{ id: '01', title: { zh: '先到现场' }, permalink: 'k7mq2' }],
  rules: [{ id: '01-02', title: { zh: '备件先走' }, permalink: 'k7mq3' }],
  cases: [],
};
/** What is published, by address. */
const published: Record<string, unknown> = {
  'https://service.example.com/book/handbook.json': handbook,
  'https://shelf.example.org/shelf/index.json': {
    format: 1,
    books: [
      {
        id: 'service',
        title: { zh: '售后守则' },
        address: 'https://service.example.com/book/',
        pages: { zh: 2, en: 0 },
      },
      { id: 'gone', title: { zh: '旧档' }, address: 'https://gone.example.com/', pages: { zh: 0, en: 0 } },
    ],
    pairs: { folder: 'pairs-1', count: 1 },
    words: { folder: 'words-1', count: 1 },
    tables: 'tables-1.json',
  },
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-shelf-'));
  list = join(folder, 'shelf.yaml');
  writeFileSync(
    list,
    `title: 书架\nbooks:\n  - id: rules\n    folder: ${JSON.stringify(edition)}\n  - id: service\n    address: https://service.example.com/book/\n`,
  );
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      url in published ? new Response(JSON.stringify(published[url])) : new Response('', { status: 404 }),
    ),
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.clearAllMocks();
});

const judged = (shelf: ShelfWays, url: string, text = '') =>
  checkShelfLinks([{ number: 1, text, found: [{ url, place: 'link' }] }], shelf).map(
    ({ state, note, broken }) => `${state}${broken ? '!' : ''} ${note}`,
  )[0];

describe('links in decks to the handbooks of a shelf', () => {
  test.for([
    ['a code of the shelf leads to its handbook', `${home}r/service/k7mq3/`, 'fine 《售后守则》 备件先走'],
    ['in English as well', `${home}en/r/service/k7mq3`, 'fine 《售后守则》 备件先走'],
    ['a handbook’s own code', 'https://service.example.com/book/r/k7mq2/', 'fine 《售后守则》 先到现场'],
    [
      'a number of a handbook',
      'https://service.example.com/book/rules/01-02/#p-x',
      'fine 《售后守则》 备件先走',
    ],
    [
      'a code that its handbook no longer lists',
      `${home}r/service/zzzzz/`,
      'unknown! 《售后守则》 The code zzzzz is not in its handbook.json now',
    ],
    [
      'a handbook that the shelf has not',
      `${home}r/sales/k7mq2/`,
      'unknown! The shelf has no handbook “sales”',
    ],
    ['a handbook by folder, with what moved and went', `${home}r/rules/fne22/`, 'fine 《'],
    ['a retired code of a handbook by folder', `${home}books/rules/r/gne44/`, 'gone! 《'],
    ['a moved number of a handbook by folder', `${home}books/rules/rules/01-06/`, 'moved 《'],
  ] as const)('%s', async ([, url, expected]) => {
    expect(judged(await readShelfWays(list, home), url)).toMatch(
      new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\!]/g, String.raw`\$&`)}`),
    );
  });

  test('links to anything else are left alone', async () => {
    const shelf = await readShelfWays(list, home);
    expect(judged(shelf, 'https://example.net/rules/01-02/')).toBeUndefined();
    expect(judged(shelf, 'https://service.example.com/other/r/k7mq2/')).toBeUndefined();
    expect(judged(shelf, `${home}search/?q=x`)).toBeUndefined();
  });

  test('a shelf is read by the address of its home; a handbook out of reach is said to be so', async () => {
    const shelf = await readShelfWays('https://shelf.example.org', undefined);
    expect(judged(shelf, `${home}r/service/k7mq2/`)).toBe('fine 《售后守则》 先到现场');
    expect(judged(shelf, `${home}r/gone/k7mq2/`)).toBe(
      'unknown! The handbook gone could not be asked: https://gone.example.com/handbook.json answered 404.',
    );
  });

  test('handbooks by folder need to know where the shelf stands', async () => {
    await expect(readShelfWays(list, undefined)).rejects.toThrow(ShelfError);
    await expect(readShelfWays(list, undefined)).rejects.toThrow(/Add --site https:/);
  });

  test('an address that is no shelf is refused', async () => {
    await expect(readShelfWays('https://service.example.com/', undefined)).rejects.toThrow(ShelfError);
  });
});
