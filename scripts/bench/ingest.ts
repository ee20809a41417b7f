import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBookOfSize } from '../../samples/books.ts';
import { measureProcess } from './process.ts';
import type { BenchTable } from './result.ts';

/** Megabytes of UTF-8; the first is a book of 30,000 characters. */
const sizes = [0.09, 1, 10];
const largeSizes = [...sizes, 100];

/** Split made-up books of growing size, each in a process of its own, and measure what a megabyte costs. */
export async function benchIngest(large: boolean): Promise<BenchTable> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-ingest-'));
  const rows: (string | number)[][] = [];
  try {
    for (const size of large ? largeSizes : sizes) {
      const source = join(folder, `book-${size}.txt`);
      await writeFile(source, makeBookOfSize(size * 1e6, 1));
      const megabytes = (await stat(source)).size / 1e6;
      const { seconds, peakMb, code } = await measureProcess(process.execPath, [
        'scripts/ingest.ts',
        source,
        '--out',
        join(folder, `out-${size}`),
      ]);
      if (code !== 0) throw new Error(`The ingest of ${source} ended with exit code ${code}.`);
      rows.push([
        Number(megabytes.toFixed(2)),
        Number(seconds.toFixed(2)),
        Number((seconds / megabytes).toFixed(2)),
        peakMb,
      ]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    title: 'Ingest: whole process, made-up books',
    headings: ['MB', 's', 's/MB', 'peak MB'],
    rows,
    note: 'Linear when s/MB stays level once the start of the process no longer counts.',
  };
}
