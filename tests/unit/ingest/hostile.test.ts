import { expect, test } from 'vitest';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import { readSource } from '../../../scripts/ingest/source/read-source.ts';
import type { HostileBook } from '../../../samples/hostile-books/hostile-book.ts';
import { hostileBooks } from '../../../samples/hostile-books/index.ts';

// What takes long to make or to be refused is left to `npm run trials -- books`, which measures all of them.
const heavy =
  /million|bomb|gigabyte|megabytes|says it unpacks to little|share their bytes|hundred thousand|fifty thousand|twenty thousand|not closed|nested lists/;
const light = Object.entries(hostileBooks).filter(([name]) => !heavy.test(name));

const read = async ({ bytes }: HostileBook): Promise<string | InputError> => {
  try {
    return (await readSource({ name: 'book', bytes: bytes() })).text;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
};

test.for(light)('%s', { timeout: 40_000 }, async ([, book]) => {
  const outcome = await read(book);
  if (book.refused) {
    expect(outcome).toBeInstanceOf(InputError);
    expect((outcome as InputError).message).toMatch(book.refused);
  } else if (typeof outcome === 'string') {
    // Nothing of this machine gets in.
    expect(outcome).not.toContain('root:');
    expect(outcome.trim()).not.toBe('');
  } else expect(outcome.message).not.toBe('');
});
