import { hash as hashOf } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ledgerCopyName, listCodes, manifestName } from '../permalinks/known-codes.ts';
import { makeFolder } from '../../lib/make-folder.ts';
import { notAFile } from '../../lib/regular-file.ts';
import { remember } from '../../../src/lib/remember.ts';
import { InputError } from '../input-error.ts';
import type { Report } from '../../../src/schemas/report.ts';

/** Paths that ingest makes. */
const generated = /^(?:(?:chapters|rules|cases|front)\/\d[\d-]*\.md|pictures\/[\w-]+\.\w+)$/;
const temporary = /^\.ingest-\d+\.tmp$/;

/** Text, or the bytes of a picture. */
type Content = string | Uint8Array;

/** Path → hashes of the contents that ingest gave it; two while a run is under way or was killed. */
type Manifest = Map<string, string[]>;

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
    const made = hash(content);
    const known = before.get(path) ?? [];
    plan.manifest.after.set(path, [made]);
    plan.manifest.during.set(path, [...new Set([...known, made])]);
    const onDisk = readThere(path);
    if (onDisk?.equals(toBytes(content)) === true) continue;
    if (onDisk === undefined || force || known.includes(hash(onDisk))) plan.writes.set(path, content);
    else plan.handEdited.push(path);
  }
  for (const [path, known] of before) {
    if (files.has(path)) continue;
    const onDisk = readThere(path);
    if (onDisk === undefined) continue;
    if (force || known.includes(hash(onDisk))) plan.removals.push(path);
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
    if (read(join(dir, path)) !== content) put(path, content);
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
  for (const [path, content] of writes) put(path, content);
  for (const path of removals) rmSync(join(dir, path), { force: true });
  putIfChanged(manifestName, printManifest(manifest.after, codes));
  putIfChanged('report.json', `${JSON.stringify(report, null, 2)}\n`);
  return { written: [...written], removed: removals };
}

function read(path: string): string | undefined {
  return readBytes(path)?.toString('utf8');
}

function readBytes(path: string): Buffer | undefined {
  const other = notAFile(path);
  // A pipe would be waited for without end.
  if (other !== undefined)
    throw new InputError(
      `${path}: ${other} stands where a file is expected. Move it away and run ingest again.`,
    );
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads files below a folder; of a long book, most aren't there at first, and asking the disk for each takes seconds. */
function readerOf(dir: string): (path: string) => Buffer | undefined {
  const namesOf = remember((folder) => namesIn(join(dir, folder)));
  return (path) => (namesOf(dirname(path)).isThere(basename(path)) ? readBytes(join(dir, path)) : undefined);
}

function namesIn(folder: string): { isThere: (name: string) => boolean } {
  try {
    const names = new Set(readdirSync(folder).map((name) => name.toLowerCase()));
    return { isThere: (name) => names.has(name.toLowerCase()) };
  } catch (error) {
    // What else is wrong with the folder, reading a file tells.
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { isThere: () => !isMissing };
  }
}

function replace(path: string, content: Content): void {
  const draft = join(dirname(path), `.ingest-${process.pid}.tmp`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    // A full disk's error names no path.
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/** Temporary files of runs that were killed. */
function removeLeftovers(dir: string): void {
  for (const folder of ['.', 'chapters', 'rules', 'cases', 'front', 'pictures'].map((name) =>
    join(dir, name),
  )) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder))
      if (temporary.test(name)) rmSync(join(folder, name), { force: true });
  }
}

function toBytes(content: Content): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

function hash(content: Content): string {
  return hashOf('sha256', content, 'base64url').slice(0, 22);
}

/** An unreadable manifest counts as none: then nothing is taken for ingest's own that differs from what it makes now. */
function readManifest(dir: string): Manifest {
  try {
    const data = JSON.parse(read(join(dir, manifestName)) ?? '{}') as Record<
      string,
      string | string[]
    > | null;
    const entries = Object.entries(data ?? {});
    return new Map(
      entries
        // Other files that a damaged or foreign manifest names are not the ingest's, and are never removed.
        .filter(([path]) => generated.test(path))
        .map(([path, hashes]) => [path, [hashes].flat().filter((each) => typeof each === 'string')]),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

/** A line a file, in the order of paths, and one for the codes. */
function printManifest(manifest: Manifest, codes: string): string {
  const lines = [...manifest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([path, hashes]) =>
        `  ${JSON.stringify(path)}: ${JSON.stringify(hashes.length === 1 ? hashes[0] : hashes)}`,
    );
  return `{\n${[`  ${codes}`, ...lines].join(',\n')}\n}\n`;
}
