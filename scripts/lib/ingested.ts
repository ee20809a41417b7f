import { hash } from 'node:crypto';
import { join } from 'node:path';
import { cacheDir } from '../../src/edition/files/environment.ts';
import { KeptFiles } from '../../src/freshness/kept-files.ts';
import { fingerprintFor } from '../../src/freshness/makers.ts';

/** What an ingest reads and what it has written: its source, the files that are kept by hand, and the folder that it writes. */
interface Ingested {
  /** Absent for the shipped source, which is in `content/`. */
  source: string | undefined;
  contentDir: string;
}

const kept = (cache: string): KeptFiles => new KeptFiles(join(cache, 'ingested'));

const nameOf = ({ source, contentDir }: Ingested): string =>
  hash('sha256', JSON.stringify([source ?? null, contentDir])).slice(0, 32);

const stateOf = ({ source, contentDir }: Ingested): string =>
  fingerprintFor('ingest', { data: [contentDir, 'content', ...(source === undefined ? [] : [source])] });

/** Whether an ingest would find everything as the last one left it: it would write nothing. */
export const isIngested = (ingested: Ingested, cache = cacheDir): boolean =>
  kept(cache).get(nameOf(ingested))?.toString() === stateOf(ingested);

/** Note how an ingest that went well left everything. */
export const markIngested = (ingested: Ingested, cache = cacheDir): void => {
  kept(cache).put(nameOf(ingested), stateOf(ingested));
};
