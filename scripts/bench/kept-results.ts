import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isSameMachine, type Machine } from './machine.ts';
import type { BenchTable } from './result.ts';

const tableSchema = z.object({
  title: z.string(),
  headings: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
  note: z.string().optional(),
  figures: z.record(z.string(), z.number()).optional(),
});
const machineSchema = z.object({
  processor: z.string(),
  cores: z.number(),
  memoryGb: z.number(),
  system: z.string(),
  node: z.string(),
});
const resultsSchema = z.array(z.object({ machine: machineSchema, tables: z.array(tableSchema) }));
/** Tables of every machine that something was measured on. */
export type KeptResults = z.infer<typeof resultsSchema>;

/** What earlier runs left; nothing where there is no file, or one of another form. */
export async function readResults(path: string): Promise<KeptResults> {
  if (!existsSync(path)) return [];
  try {
    return resultsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return [];
  }
}

/** Tables of a machine. */
export const tablesOf = (results: KeptResults, machine: Machine): BenchTable[] =>
  results.find((each) => isSameMachine(each.machine, machine))?.tables ?? [];

/** The results with new tables in the place of those of the same title and machine. */
export function withTables(
  results: KeptResults,
  machine: Machine,
  tables: readonly BenchTable[],
): KeptResults {
  const titles = new Set(tables.map(({ title }) => title));
  const kept = tablesOf(results, machine).filter(({ title }) => !titles.has(title));
  return [
    ...results.filter((each) => !isSameMachine(each.machine, machine)),
    { machine, tables: [...kept, ...tables] },
  ];
}

export async function writeResults(path: string, results: KeptResults): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(results, null, 1)}\n`);
}

/** A figure is worse where it is larger by this factor: runs of the same on the same machine differ by less. */
const tolerance = 1.15;

/** Figures that got worse since the last run on this machine, a line each; the less, the better each of them is. */
export function slowerThan(former: readonly BenchTable[], tables: readonly BenchTable[]): string[] {
  const before = new Map(former.flatMap(({ figures = {} }) => Object.entries(figures)));
  return tables
    .flatMap(({ figures = {} }) => Object.entries(figures))
    .flatMap(([name, value]) => {
      const old = before.get(name);
      return old !== undefined && value > old * tolerance
        ? [`${name}: ${String(value)}, was ${String(old)} (× ${(value / old).toFixed(2)})`]
        : [];
    });
}
