import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheDir } from '../../src/edition/environment.ts';
import { keptValuesVariable } from '../../src/freshness/kept-values.ts';
import { siteEnvironment } from '../lib/environment.ts';
import { withLock } from '../lib/lock.ts';
import { changePlaces, nextSite, tidySites } from './change-places.ts';
import { isUpToDate, markBuilt } from './freshness.ts';
import { complain, say } from '../lib/say.ts';
import { Steps } from './steps.ts';

/**
 * Build the site that the environment describes (`CONTENT_DIR`, `DIST_DIR`, `SITE_URL`, `BASE_PATH`). It is
 * built in a temporary folder, which replaces the old site at the end: a build that fails or is killed leaves
 * the old site intact. If nothing has changed since the last build, nothing is done.
 *
 * @param steps keeps what each step takes
 * @param served called as soon as the site is there. If it is given, whole books that a change made out of date (EPUB, PDF) are made afterwards:
 * until then the site has the former ones and says so.
 * @returns The exit code: 0 if done, 1 if the content is at fault or a step failed (the message is already
 * printed).
 */
export async function buildSite(steps = new Steps(), served?: () => void): Promise<number> {
  const { contentDir, distDir } = siteEnvironment();
  process.env[keptValuesVariable] ??= join(cacheDir, 'values');
  if (!existsSync(join(contentDir, 'chapters'))) {
    complain(
      `Expected ingested content in ${contentDir}, found no chapters there. Run \`npm run ingest\` first.`,
    );
    return 1;
  }
  return await withLock(join(distDir, '..', `.${basename(distDir)}.lock`), async () => {
    await tidySites(distDir);
    if (await steps.time('unchanged?', () => isUpToDate(contentDir, distDir))) {
      say('The site is up to date.');
      served?.();
      return 0;
    }
    // Loading the builder takes a second, which an unchanged site need not wait for.
    const { contentProblems } = await import('./content-problems.ts');
    const problems = await steps.time('content', () => contentProblems(contentDir));
    if (problems.length > 0) {
      complain(`${problems.join('\n\n')}\n\nNo site was built.`);
      return 1;
    }
    const { buildInto } = await import('./build-into.ts');
    const next = nextSite(distDir);
    // A host that has packed files would go on sending the former page of downloads.
    const booksLater = served !== undefined && process.env['COMPRESS'] !== '1';
    const { code, late } = await buildInto(next, contentDir, { steps, booksLater });
    if (code !== 0) {
      await rm(next, { recursive: true, force: true });
      return code;
    }
    await changePlaces(next, distDir);
    served?.();
    if (late) {
      const { addLateBooks } = await import('./late-books.ts');
      if (!(await steps.time('books', () => addLateBooks(distDir, contentDir)))) return 1;
      say('Books: the EPUBs and PDFs of the whole text are up to date.');
    }
    await steps.time('seal', () => {
      markBuilt(contentDir, distDir);
    });
    say(String(steps));
    return code;
  });
}
