import { join } from 'node:path';
import { isSealed } from '../../src/freshness/seal.ts';
import { projectRoot } from './environment.ts';

/*
 * A program in one file, with all that it imports, is loaded in a third of the time that its hundreds of modules take. Bundles are below the
 * project, where packages are found that can't be part of one.
 */

export const bundlesFolder = join(projectRoot, '.cache', 'bundles');

/** Name of the file in a bundle's folder. */
export const bundleFile = 'program.mjs';

/** The bundle that was made under a key; `undefined` if there is none, or a damaged one. */
export function bundleOf(key: string): string | undefined {
  const place = join(bundlesFolder, key);
  return isSealed(place, key) ? join(place, bundleFile) : undefined;
}
