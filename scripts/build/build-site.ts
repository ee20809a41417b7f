import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSearchIndex } from '../../src/search/build/build.ts';
import { projectRoot, siteEnvironment } from '../lib/environment.ts';
import { runTool } from '../lib/run.ts';
import { precompress } from './precompress.ts';
import { writeShared } from './write-shared.ts';

/**
 * Build the site that the environment describes (`CONTENT_DIR`, `DIST_DIR`, `SITE_URL`, `BASE_PATH`).
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
  await rm(distDir, { recursive: true, force: true });
  const astro = await runTool('astro', ['build']);
  if (astro.code !== 0) return astro.code;
  await buildSearchIndex({ distDir, contentDir, cacheDir: join(projectRoot, '.cache', 'search') });
  const shared = await writeShared(contentDir, distDir);
  if (shared !== 0) return shared;
  if (process.env['COMPRESS'] === '1')
    console.log(`Compressed beforehand: ${await precompress(distDir)} files.`);
  return 0;
}
