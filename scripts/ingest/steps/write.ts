import type { Report } from '../../../src/schemas/report.ts';

/** What has to change on disk so that the output folder holds `files`. */
export interface WritePlan {
  dir: string;
  /** Path below `dir` → content; only what differs. */
  writes: Map<string, string>;
  /** Generated files that stand there from an earlier run and are no longer made. */
  removals: string[];
  /** Files that a person edited since ingest wrote them; they are left alone. */
  handEdited: string[];
  /** Hash of each file as ingest made it, by path. */
  manifest: Map<string, string>;
}

export interface WriteOptions {
  /** Write over what a person edited. */
  force?: boolean;
}

/** Compare `files` with what stands in `dir`. Touches nothing. */
export async function planWrites(
  dir: string,
  files: Map<string, string>,
  _options: WriteOptions = {},
): Promise<WritePlan> {
  return Promise.resolve({ dir, writes: files, removals: [], handEdited: [], manifest: new Map() });
}

/**
 * Carry out the plan: the ledger first, then the entries, the report last; each through a temporary file and a rename.
 * @returns the paths written and removed; both empty where everything stood already.
 */
export async function carryOut(
  plan: WritePlan,
  ledger: string,
  report: Report,
): Promise<{ written: string[]; removed: string[] }> {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const { dirname, join } = await import('node:path');
  for (const [path, content] of [
    ...plan.writes,
    ['permalinks.yaml', ledger],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
  ] as [string, string][]) {
    await mkdir(dirname(join(plan.dir, path)), { recursive: true });
    await writeFile(join(plan.dir, path), content);
  }
  return { written: [...plan.writes.keys()], removed: [] };
}
