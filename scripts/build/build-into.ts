import { join } from 'node:path';
import { buildSearchIndex } from '../../src/search/build/build.ts';
import { projectRoot } from '../lib/environment.ts';
import { runTool } from '../lib/run.ts';
import { describeLinks } from './check-links.ts';
import { precompress } from './precompress.ts';
import { writeShared } from './write-shared.ts';
import { say } from '../lib/say.ts';

/** Where search indexes are kept between builds. */
export const searchCacheDir = join(projectRoot, '.cache', 'search');

/**
 * Build the whole site into an empty folder.
 *
 * @returns The exit code: 0 done, 1 the content is at fault or a step failed (it has said why).
 */
export async function buildInto(distDir: string, contentDir: string): Promise<number> {
  const astro = await runTool('astro', ['build'], { env: { DIST_DIR: distDir } });
  if (astro.code !== 0) return astro.code;
  await buildSearchIndex({ distDir, contentDir, cacheDir: searchCacheDir });
  const shared = await writeShared(contentDir, distDir);
  if (shared !== 0) return shared;
  say(await describeLinks(distDir));
  if (process.env['COMPRESS'] === '1') say(`Compressed beforehand: ${await precompress(distDir)} files.`);
  return 0;
}
