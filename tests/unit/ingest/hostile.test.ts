import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import { adapterFor, type Request } from '../../../scripts/ingest/source/adapters.ts';
import type { Source } from '../../../scripts/ingest/source/extract/source.ts';
import { readGuarded } from '../../../scripts/ingest/source/guarded.ts';
import { readSource, readSourceBytes } from '../../../scripts/ingest/source/read-source.ts';
import { placeHostileBook, type HostileBook } from '../../../samples/hostile-books/hostile-book.ts';
import { must } from '../../../src/lib/must.ts';
import { hostileBooks } from '../../../samples/hostile-books/index.ts';

// What takes long to make or to be refused is left to `npm run trials -- books`, which measures all of them.
const light = Object.entries(hostileBooks).filter(([, { heavy }]) => heavy !== true);

const directory = await mkdtemp(join(tmpdir(), 'hostile-'));
afterAll(() => rm(directory, { recursive: true }));

const readHere = async (request: Request) => (await adapterFor(request))();

/** What is read, or why not. In this process, since that takes a tenth of the time; what would end it is among the heavy ones. */
const read = async (
  book: HostileBook,
  reader: (request: Request) => Promise<Source> = readHere,
): Promise<string | InputError> => {
  const path = join(directory, 'book');
  await rm(path, { recursive: true, force: true });
  await placeHostileBook(book, path);
  try {
    const source = await readSourceBytes(path);
    return (await readSource(source, undefined, reader)).text;
  } catch (error) {
    if (error instanceof InputError) return error;
    if (reader === readHere) return read(book, readGuarded);
    throw error;
  }
};

test.for(light)('%s', async ([, book]) => {
  const outcome = await read(book);
  if (book.refused) {
    expect(outcome).toBeInstanceOf(InputError);
    expect((outcome as InputError).message).toMatch(book.refused);
  } else if (typeof outcome === 'string') {
    // Nothing of this machine gets in.
    expect(outcome).not.toContain('root:');
    expect(outcome.trim()).not.toBe('');
  } else {
    expect(outcome.message).not.toBe('');
    expect(book.read).toBeUndefined();
  }
});

test('a file that takes more time or memory than a book would is given up', async () => {
  const long = must(hostileBooks['forms that each draw the next ten times']);
  const large = must(hostileBooks['a page that unpacks to half a gigabyte']);
  // Less than a book gets: the way it is given up is the same.
  const bounded = (limits: { seconds: number; megabytes: number }) => (request: Request) =>
    readGuarded(request, limits);
  expect(await read(long, bounded({ seconds: 1, megabytes: 1000 }))).toMatchObject({
    message: expect.stringMatching(/more time/) as string,
  });
  expect(await read(large, bounded({ seconds: 60, megabytes: 300 }))).toMatchObject({
    message: expect.stringMatching(/more memory/) as string,
  });
});
