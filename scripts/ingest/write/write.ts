import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../../src/schemas/report.ts';
import { makeFolder } from '../../lib/make-folder.ts';
import { ledgerCopyName, listCodes, manifestName } from '../permalinks/known-codes.ts';
import { endThreads, shareOut } from '../threads/share-out.ts';
import { readerOf, readText, removeLeftovers, replace, type Content } from './disk.ts';
import { hashOfContent, printManifest, readManifest, type Manifest } from './manifest.ts';
import { writing } from './writing.ts';

/** What has to change on disk so that the output folder holds the files. */
export interface WritePlan {
  dir: string;
  /** Path below `dir` → content; only what differs. */
  writes: Map<string, Content>;
  /** Generated files of an earlier run that are no longer made. */
  removals: string[];
  /** Files that a person edited since ingest wrote them; they are left alone. */
  handEdited: string[];
  /** The manifest while the plan is carried out, and after it. */
  manifest: { during: Manifest; after: Manifest };
}

export interface WriteOptions {
  /** Write over what a person edited. */
  force?: boolean;
}

/** Compare `files` (path below `dir` → content) with those in `dir`. Touches nothing. */
export function planWrites(
  dir: string,
  files: Map<string, Content>,
  { force = false }: WriteOptions = {},
): WritePlan {
  const before = readManifest(dir);
  const readThere = readerOf(dir);
  const plan: WritePlan = {
    dir,
    writes: new Map(),
    removals: [],
    handEdited: [],
    manifest: { during: new Map(before), after: new Map() },
  };
  for (const [path, content] of files) {
    const made = hashOfContent(content);
    const known = before.get(path) ?? [];
    plan.manifest.after.set(path, [made]);
    plan.manifest.during.set(path, [...new Set([...known, made])]);
    const onDisk = readThere(path);
    if (onDisk?.equals(toBytes(content)) === true) continue;
    if (onDisk === undefined || force || known.includes(hashOfContent(onDisk)))
      plan.writes.set(path, content);
    else plan.handEdited.push(path);
  }
  for (const [path, known] of before) {
    if (files.has(path)) continue;
    const onDisk = readThere(path);
    if (onDisk === undefined) continue;
    if (force || known.includes(hashOfContent(onDisk))) plan.removals.push(path);
    else {
      plan.handEdited.push(path);
      plan.manifest.after.set(path, known);
    }
  }
  plan.handEdited.sort();
  return plan;
}

/**
 * Carry out the plan. The ledger is written first, so that no file ever names a code that could get lost. The
 * files follow, each through a temporary file and a rename; the report is last. If the process is killed in
 * between, every file is either old or new, never half written, and the next run repairs the rest.
 * @param book `book.yaml`, which belongs to the editor: no manifest lists it
 * @returns the paths written and removed; both are empty if nothing had changed
 */
export function carryOut(
  plan: WritePlan,
  ledger: string,
  report: Report,
  book?: string,
): { written: string[]; removed: string[] } {
  const { dir, writes, removals, manifest } = plan;
  const written = new Set<string>();
  const put = (path: string, content: Content) => {
    replace(join(dir, path), content);
    written.add(path);
  };
  const putIfChanged = (path: string, content: string) => {
    if (readText(join(dir, path)) !== content) put(path, content);
  };
  for (const folder of new Set([dir, ...[...writes.keys()].map((path) => dirname(join(dir, path)))])) {
    makeFolder(folder);
  }
  removeLeftovers(dir);
  putIfChanged('permalinks.yaml', ledger);
  putIfChanged(ledgerCopyName, ledger);
  if (book !== undefined) putIfChanged('book.yaml', book);
  const codes = listCodes(ledger);
  if (writes.size > 0 || removals.length > 0)
    putIfChanged(manifestName, printManifest(manifest.during, codes));
  try {
    shareOut(writing, dir, [...writes]);
  } finally {
    endThreads();
  }
  for (const path of writes.keys()) written.add(path);
  for (const path of removals) rmSync(join(dir, path), { force: true });
  putIfChanged(manifestName, printManifest(manifest.after, codes));
  putIfChanged('report.json', `${JSON.stringify(report, null, 2)}\n`);
  return { written: [...written], removed: removals };
}

function toBytes(content: Content): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
