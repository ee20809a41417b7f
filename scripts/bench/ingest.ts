import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBookOfSize } from '../../samples/books.ts';
import { makeOddBook, oddBooks } from '../../samples/odd-books.ts';
import { measureNode } from './measure-node.ts';
import type { BenchTable } from './result.ts';

/** Megabytes of UTF-8; the first is a book of 30,000 characters. */
const sizes = [0.09, 1, 5];
const largeSizes = [...sizes, 20, 100];
/** Of an odd text, two sizes tell whether its time grows with its length. */
const oddSizes = [0.25, 1];
/** Seconds that one ingest may take before it is ended, so that the benchmark ends whatever a step does. */
const maxSeconds = { book: 1200, odd: 60 };

/** Split made-up books of growing size, each in a process of its own, and measure what a megabyte costs; then the odd ones. */
export async function benchIngest(large: boolean): Promise<BenchTable[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-ingest-'));
  const measure = async (name: string, text: string, most: number) => {
    const source = join(folder, 'book.txt');
    const out = join(folder, 'out');
    await writeFile(source, text);
    const megabytes = (await stat(source)).size / 1e6;
    const cost = await measureNode(
      ['scripts/ingest.ts', source, '--out', out],
      join(folder, 'usage.json'),
      most,
    );
    await rm(out, { recursive: true, force: true });
    console.error(`${name}, ${round(megabytes)} MB: ${round(cost.seconds)} s`);
    return { megabytes, ...cost };
  };
  const books: BenchTable['rows'] = [];
  const odd: BenchTable['rows'] = [];
  try {
    for (const size of large ? largeSizes : sizes) {
      const { megabytes, seconds, peakMb, code } = await measure(
        'book',
        makeBookOfSize(size * 1e6, 1),
        maxSeconds.book,
      );
      if (code !== 0)
        throw new Error(`The ingest of a book of ${size} MB ended with exit code ${code ?? 'none'}.`);
      books.push([round(megabytes), round(seconds), round(seconds / megabytes), peakMb]);
    }
    for (const book of oddBooks) {
      const costs = [];
      for (const size of oddSizes)
        costs.push(await measure(book.name, makeOddBook(book, size * 1e6, 1), maxSeconds.odd));
      const [small, big] = costs;
      if (!small || !big) continue;
      const growth = (big.seconds - small.seconds) / (big.megabytes - small.megabytes);
      odd.push([
        book.name,
        round(small.seconds),
        round(big.seconds),
        round(growth),
        big.peakMb,
        big.code === 0 ? '' : big.code === undefined ? `ended after ${maxSeconds.odd} s` : 'refused',
      ]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return [
    {
      title: 'Ingest: whole process, made-up books (seconds of the processor)',
      headings: ['MB', 's', 's/MB', 'peak MB'],
      rows: books,
      note: 'Linear if s/MB stays level once the start of the process no longer counts.',
    },
    {
      title: `Ingest: odd texts of ${oddSizes.join(' and ')} MB`,
      headings: ['text', `${oddSizes[0]} MB`, `${oddSizes[1]} MB`, 's/MB more', 'peak MB', ''],
      rows: odd,
      note: 'A text whose further megabytes take many times those of a book has a step that grows faster than it.',
    },
  ];
}

const round = (value: number): number => Number(value.toFixed(2));
