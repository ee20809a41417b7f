import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBook, printPlain } from '../../samples/books.ts';
import { measureProcess } from './process.ts';
import type { BenchTable } from './result.ts';

/** Rules of the made-up books, four a chapter; a rule makes about seven pages in both languages. */
const sizes = [40, 160];

/** Build whole sites — pages, index, cards, slides — of made-up books, cold and again with the caches warm. */
export async function benchBuild(): Promise<BenchTable> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
  const rows: (string | number)[][] = [];
  try {
    for (const rules of sizes) {
      const source = join(folder, `book-${rules}.txt`);
      const env = { CONTENT_DIR: join(folder, `content-${rules}`), DIST_DIR: join(folder, `dist-${rules}`) };
      const book = makeBook({ chapters: rules / 4, rules: 4, paragraphs: 8, stories: 0.2, seed: rules });
      await writeFile(source, printPlain(book));
      await measureProcess(process.execPath, ['scripts/ingest.ts', source, '--out', env.CONTENT_DIR]);
      for (const state of ['cold', 'warm']) {
        const { seconds, peakMb, code } = await measureProcess(process.execPath, ['scripts/build.ts'], env);
        if (code !== 0) throw new Error(`The build of ${rules} rules ended with exit code ${code}.`);
        rows.push([rules, state, Number(seconds.toFixed(1)), peakMb]);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    title: 'Build: pages, search index, cards and slides of made-up books',
    headings: ['rules', 'caches', 's', 'peak MB'],
    rows,
    note: 'Memory is the main process alone; Astro runs in one of its own.',
  };
}
