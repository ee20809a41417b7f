import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFuzz, targets } from '../../scripts/fuzz/run-fuzz.ts';
import { times } from '../times.ts';

const folder = fileURLToPath(new URL('../fixtures/fuzz/', import.meta.url));

test('made texts, files of all formats, decks, queries and stored values are taken or refused in plain words', async () => {
  const { tried, finds } = await runFuzz(16, (count) => count < times(100));
  expect(finds.map(({ target, message }) => `${target.name}: ${message}`)).toEqual([]);
  expect(tried).toBe(times(100));
});

const found = targets.flatMap((target) => {
  const of = join(folder, target.name);
  return existsSync(of) ? readdirSync(of).map((name) => ({ target, name, path: join(of, name) })) : [];
});

test.for(found)('an earlier find is mended: $target.name $name', async ({ target, path }) => {
  await target.take(readFileSync(path));
});
