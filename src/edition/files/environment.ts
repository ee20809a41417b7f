import { resolve } from 'node:path';
import { fingerprintFor } from '../../freshness/makers.ts';

/**
 * Folder of the ingest's output that is shown. Ask anew where the environment may be set after this module was loaded:
 * `npm run dev` learns which book it shows only from its arguments.
 */
export const contentFolder = (): string => resolve(process.env.CONTENT_DIR ?? 'content');

/** Folder of the ingest's output that this build shows. */
export const contentDir = contentFolder();

/** Folder of the caches. */
export const cacheDir = resolve(process.env.CACHE_DIR ?? '.cache');

/**
 * Name of an edition's cache of rendered entries. It changes with the code that renders them, since Astro itself only notices
 * changed entries and options. Two editions never share one.
 */
export const renderedCacheName = (dir: string, project?: string): string =>
  `astro-${fingerprintFor('entries', { values: dir, ...(project !== undefined && { project }) }).slice(0, 12)}`;
