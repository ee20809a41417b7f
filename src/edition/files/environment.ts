import { resolve } from 'node:path';
import { fingerprintFor } from '../../freshness/makers.ts';

/** Folder of the ingest's output that this build shows. */
export const contentDir = resolve(process.env.CONTENT_DIR ?? 'content');

/** Folder of what is kept between builds. */
export const cacheDir = resolve(process.env.CACHE_DIR ?? '.cache');

/**
 * A name for this folder's cache of rendered entries. Two editions never share one, and whatever renders them, once it
 * changes, starts another: Astro itself only notices changed entries and changed options.
 */
export const renderedCacheName = (dir: string, project?: string): string =>
  `astro-${fingerprintFor('entries', { values: dir, ...(project !== undefined && { project }) }).slice(0, 12)}`;
