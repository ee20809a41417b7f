import { join } from 'node:path';
import { writeIndexes } from '../../../src/search/build/build.ts';
import { nameOf } from '../../../samples/query-sets.ts';
import type { Prepare } from './peers.ts';

/** This site's own index, written by the same code that a build runs. */
export const ours: Prepare = async (entries, folder) => {
  await writeIndexes(entries, [], join(folder, 'ours'));
  return new Map(entries.map((entry, page) => [String(page), nameOf(entry)]));
};
