import { join } from 'node:path';
import { writeOffline } from '../../src/offline/build/write-offline.ts';
import { buildSearchIndex } from '../../src/search/build/build.ts';
import { dayOfBuild, fillFacts } from '../../src/share/files/fill-facts.ts';
import { madeToPublish, projectRoot, siteEnvironment } from '../lib/environment.ts';
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
  const astro = await runTool('astro', ['build'], { env: { ...madeToPublish, DIST_DIR: distDir } });
  if (astro.code !== 0) return astro.code;
  await buildSearchIndex({ distDir, contentDir, cacheDir: searchCacheDir });
  const shared = await writeShared(contentDir, distDir);
  if (shared !== 0) return shared;
  const { base } = siteEnvironment();
  for (const tree of ['', 'en'])
    await fillFacts(join(distDir, tree, 'downloads', 'index.html'), distDir, base, dayOfBuild());
  const { edition, files } = await writeOffline(distDir);
  say(`Offline: edition ${edition}, ${files} files can be kept.`);
  say(await describeLinks(distDir));
  if (process.env['COMPRESS'] === '1') say(`Compressed beforehand: ${await precompress(distDir)} files.`);
  return 0;
}
