import { join, resolve, sep } from 'node:path';
import { handKeptFiles } from '../../src/edition/files/hand-kept.ts';
import { callerDirectory, projectRoot } from '../lib/environment.ts';
import { ledgerCopyName, manifestName } from '../ingest/permalinks/known-codes.ts';
import { workFolder } from '../lib/work-folder.ts';

/** The folders that a source is ingested and built into: the shipped edition's, or one of its own that git ignores. */
export interface Workspace {
  source: string;
  contentDir: string;
  /** Of what `npm start` builds. */
  distDir: string;
}

/** @param source as typed; `undefined` for the shipped text */
export function workspaceFor(source: string | undefined, environment = process.env): Workspace {
  const own = source === undefined ? undefined : workFolder(resolve(callerDirectory, source));
  const folder = (name: string, fallback: string, named: string | undefined) =>
    resolve(projectRoot, own === undefined ? (named ?? fallback) : join(own, name));
  return {
    source:
      source === undefined
        ? join(projectRoot, 'content', 'source', 'companion.txt')
        : resolve(callerDirectory, source),
    contentDir: folder('content', 'content', environment['CONTENT_DIR']),
    distDir: folder('dist', 'dist', environment['DIST_DIR']),
  };
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}${sep}`);

/** What the ingest writes below a folder of content, besides files that an editor keeps as well. */
const writtenNames = [
  ...['chapters', 'rules', 'cases', 'front', 'pictures'],
  ...['report.json', 'permalinks.yaml', ledgerCopyName, manifestName],
];

/** Whether a file is one that the ingest writes, its draft, or one that Astro makes of these. */
export function isWritten(path: string, { contentDir }: Workspace): boolean {
  const places = [...writtenNames.map((name) => join(contentDir, name)), join(projectRoot, '.astro')];
  return places.some((place) => isWithin(path, place)) || path.startsWith(join(contentDir, '.ingest-'));
}

/** Code that the ingest is made of, by folder. */
const ingestCode = ['scripts/ingest', 'src/schemas', 'src/lib', 'src/edition'];

/** The part that a changed file beside the source has in the ingest: its input, its code, or none. */
export function meaningOf(path: string, { contentDir }: Workspace): 'input' | 'code' | undefined {
  const handKept = [contentDir, join(projectRoot, 'content')].some((dir) =>
    [...handKeptFiles, 'book.yaml'].some((name) => path === join(dir, name)),
  );
  if (handKept) return 'input';
  return path.endsWith('.ts') && ingestCode.some((folder) => isWithin(path, join(projectRoot, folder)))
    ? 'code'
    : undefined;
}
