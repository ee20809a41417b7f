import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexHead } from '../../../src/lib/search/files.ts';
import { decodeRecords, type RecordTable } from '../../../src/lib/search/records.ts';
import { writeIndexes } from '../../../src/search/index/build.ts';
import type { Prepare } from './peers.ts';

/** This site's own index, written by the same code that a build runs. */
export const ours: Prepare = async (entries, folder) => {
  await writeIndexes(entries, [], join(folder, 'ours'));
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(folder, 'ours', 'zh', name), 'utf8')) as T;
  const { records } = await read<IndexHead>('index.json');
  const table = typeof records === 'string' ? await read<RecordTable>(records) : records;
  return new Map(decodeRecords(table).map(({ page, type, id }) => [page, `${type}/${id}`]));
};
