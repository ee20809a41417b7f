import { resolve } from 'node:path';
import { fingerprintFor } from '../../freshness/makers.ts';

/** Folder of the edition that is built. */
export const contentDir = resolve(process.env.CONTENT_DIR ?? 'content');

/** Folder of the caches. */
export const cacheDir = resolve(process.env.CACHE_DIR ?? '.cache');

/**
 * Name of an edition's cache of rendered entries. It changes with the code that renders them, since Astro itself only notices
 * changed entries and options. Two editions never share one.
 */
export const renderedCacheName = (dir: string, project?: string): string =>
  `astro-${fingerprintFor('entries', { values: dir, ...(project !== undefined && { project }) }).slice(0, 12)}`;
