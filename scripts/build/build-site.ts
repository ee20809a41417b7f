import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSearchIndex } from '../../src/search/build/build.ts';
import { projectRoot, siteEnvironment } from '../lib/environment.ts';
import { withLock } from '../lib/lock.ts';
import { runTool } from '../lib/run.ts';
import { describeLinks } from './check-links.ts';
import { changePlaces, nextSite, tidySites } from './change-places.ts';
import { precompress } from './precompress.ts';
import { writeShared } from './write-shared.ts';

/** Where search indexes are kept between builds. */
export const searchCacheDir = join(projectRoot, '.cache', 'search');

/**
 * Build the site that the environment describes (`CONTENT_DIR`, `DIST_DIR`, `SITE_URL`, `BASE_PATH`).
 * It is made in a folder of its own and takes its place at the end: a build that fails or is killed harms no site that stands.
 *
 * @returns The exit code: 0 done, 1 the content is at fault or a step failed (it has said why).
 */
export async function buildSite(): Promise<number> {
  const { contentDir, distDir } = siteEnvironment();
  if (!existsSync(join(contentDir, 'chapters'))) {
    console.error(
      `Expected ingested content in ${contentDir}, found no chapters there. Run \`npm run ingest\` first.`,
    );
    return 1;
  }
  return await withLock(join(distDir, '..', `.${basename(distDir)}.lock`), async () => {
    await tidySites(distDir);
    const next = nextSite(distDir);
    const code = await buildInto(next, contentDir);
    if (code === 0) await changePlaces(next, distDir);
    else await rm(next, { recursive: true, force: true });
    return code;
  });
}

/** Build the whole site into an empty folder. */
async function buildInto(distDir: string, contentDir: string): Promise<number> {
  const astro = await runTool('astro', ['build'], { env: { DIST_DIR: distDir } });
  if (astro.code !== 0) return astro.code;
  await buildSearchIndex({ distDir, contentDir, cacheDir: searchCacheDir });
  const shared = await writeShared(contentDir, distDir);
  if (shared !== 0) return shared;
  console.log(await describeLinks(distDir));
  if (process.env['COMPRESS'] === '1')
    console.log(`Compressed beforehand: ${await precompress(distDir)} files.`);
  return 0;
}
