import { join } from 'node:path';
import { cacheDir } from '../../edition/files/environment.ts';

/** Where pages are kept between builds. */
export const pagesCacheDir = join(cacheDir, 'pages');
