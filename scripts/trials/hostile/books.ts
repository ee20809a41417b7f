import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeHostileBook } from '../../../samples/hostile-books/hostile-book.ts';
import { hostileBooks } from '../../../samples/hostile-books/index.ts';
import { measure } from '../kit/measuring.ts';
import type { Trial } from '../kit/trial.ts';

/** What reading one file may take. */
const limit = { seconds: 10, megabytes: 1000 };

/** Hostile books. None may crash the ingest, take more than 10 seconds of processor time or 1 GB, or leave files behind if it is refused. */
export const books: Trial = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'books-'));
  const failed: string[] = [];
  const worst = { seconds: ['', 0] as [string, number], megabytes: ['', 0] as [string, number] };
  for (const [name, book] of Object.entries(hostileBooks)) {
    const [file, out] = [join(directory, 'book'), join(directory, 'out')];
    await placeHostileBook(book, file);
    const { seconds, megabytes, code, output } = await measure(['scripts/ingest.ts', file, '--out', out]);
    if (seconds > worst.seconds[1]) worst.seconds = [name, seconds];
    if (megabytes > worst.megabytes[1]) worst.megabytes = [name, megabytes];
    const refused = code === 1 && !existsSync(out) && (book.refused?.test(output) ?? true);
    const well = (refused && book.read === undefined) || (code === 0 && book.refused === undefined);
    if (!well || seconds > limit.seconds || megabytes > limit.megabytes || /\n\s+at /.test(output))
      failed.push(
        `${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, exit ${String(code)} ${output.slice(0, 300)}`,
      );
    for (const each of [file, out]) await rm(each, { recursive: true, force: true });
  }
  await rm(directory, { recursive: true });
  return {
    tried: Object.keys(hostileBooks).length,
    failed,
    note: `slowest ${worst.seconds[1].toFixed(1)} s (${worst.seconds[0]}), largest ${worst.megabytes[1].toFixed(0)} MB (${worst.megabytes[0]})`,
  };
};
