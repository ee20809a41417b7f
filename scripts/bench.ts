// npm run bench [-- ingest|build|search|shelf|engine …] [--large] [--pages 2500,25000] [--peers] [--engines ours,pagefind]: prints tables, keeps them in
// bench/results.json, and says what got slower since the last run on the same machine.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatTable } from './audit/table.ts';
import { benchBuild } from './bench/build.ts';
import { benchEngine } from './bench/engine.ts';
import { benchIngest } from './bench/ingest.ts';
import { readResults, slowerThan, tablesOf, withTables, writeResults } from './bench/kept-results.ts';
import { describeMachine, thisMachine } from './bench/machine.ts';
import type { BenchTable } from './bench/result.ts';
import { benchSearch } from './bench/search.ts';
import { benchShelf } from './bench/shelf.ts';
import { projectRoot } from './lib/environment.ts';
import { must } from '../src/lib/must.ts';

const usage =
  'Usage: npm run bench -- [ingest] [build] [search] [shelf] [engine] [--large] [--books 100] [--documents 25000] [--different 100] [--pages 2500,25000] [--peers] [--engines ours,pagefind]';

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        large: { type: 'boolean', default: false },
        books: { type: 'string', default: '100' },
        documents: { type: 'string', default: '25000' },
        different: { type: 'string', default: '100' },
        pages: { type: 'string', default: '' },
        peers: { type: 'boolean', default: false },
        engines: { type: 'string', default: '' },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

const { positionals, values } = readArguments();
const sizes = values.pages.split(',').filter(Boolean).map(Number);
const engines = values.engines.split(',').filter(Boolean);
const parts: Record<string, () => Promise<BenchTable[]>> = {
  ingest: () => benchIngest(values.large),
  build: () => benchBuild(sizes, values.peers),
  search: () => benchSearch(sizes, engines),
  shelf: () => benchShelf(Number(values.books), sizes[0] ?? 350, Number(values.different)),
  engine: async () => [await benchEngine(Number(values.documents))],
};
// A hundred handbooks and a cluster take long, so they are made only on demand.
const onDemand = ['shelf', 'engine'];
const chosen =
  positionals.length === 0 ? Object.keys(parts).filter((name) => !onDemand.includes(name)) : positionals;
if (
  chosen.some((name) => !(name in parts)) ||
  [Number(values.books), Number(values.different), ...sizes].some(
    (size) => !Number.isInteger(size) || size < 1,
  )
) {
  console.error(usage);
  process.exit(2);
}

const machine = thisMachine();
const path = join(projectRoot, 'bench', 'results.json');
console.log(describeMachine(machine));
for (const name of chosen) {
  const tables = await must(parts[name])();
  for (const table of tables) {
    console.log(`\n${table.title}\n\n${formatTable(table.headings, table.rows)}`);
    if (table.note !== undefined) console.log(`\n${table.note}`);
  }
  const results = await readResults(path);
  const slower = slowerThan(tablesOf(results, machine), tables);
  if (slower.length > 0) console.log(`\nSlower than the last run on this machine:\n${slower.join('\n')}`);
  await writeResults(path, withTables(results, machine, tables));
}
