import { join } from 'node:path';
import { isSealed } from '../../src/freshness/seal.ts';
import { projectRoot } from './environment.ts';

/**
 * Folder of the bundles. A bundle is a program in one file, with all that it imports: Node loads it in a third of the time that
 * the hundreds of modules take. The folder is below the project, so that a bundle finds the packages that can't be part of it.
 */
export const bundlesFolder = join(projectRoot, '.cache', 'bundles');

/** Name of the file in a bundle's folder. */
export const bundleFile = 'program.mjs';

/** Path of the bundle with a key; `undefined` if there is none, or it is damaged. */
export function bundleOf(key: string): string | undefined {
  const place = join(bundlesFolder, key);
  return isSealed(place, key) ? join(place, bundleFile) : undefined;
}
