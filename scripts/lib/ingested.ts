import { hash } from 'node:crypto';
import { join } from 'node:path';
import { cacheDir } from '../../src/edition/files/environment.ts';
import { KeptFiles } from '../../src/freshness/kept-files.ts';
import { fingerprintFor } from '../../src/freshness/makers.ts';

/** A source and the folder that it is ingested into. */
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

/** Whether nothing has changed since the last ingest: not the source, the hand-kept files, the output or the code. */
export const isIngested = (ingested: Ingested, cache = cacheDir): boolean =>
  kept(cache).get(nameOf(ingested))?.toString() === stateOf(ingested);

/** Note that an ingest went well, for {@link isIngested}. */
export const markIngested = (ingested: Ingested, cache = cacheDir): void => {
  kept(cache).put(nameOf(ingested), stateOf(ingested));
};
