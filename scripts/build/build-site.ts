import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheDir } from '../../src/edition/files/environment.ts';
import { keptValuesVariable } from '../../src/freshness/kept-values.ts';
import { siteEnvironment } from '../lib/environment.ts';
import { withLock } from '../lib/lock.ts';
import { changePlaces, nextSite, tidySites } from './change-places.ts';
import { isUpToDate, markBuilt } from './freshness.ts';
import { keepCurrentSite, keepSiteBefore, takeSiteBefore } from './site-before.ts';
import { complain, say } from '../lib/say.ts';
import { makePagesAgain } from './pages-again/pages-again.ts';
import { Steps } from './steps.ts';

/** With this many rules and cases, what is made at the same time would take more memory than it should. */
const largeFrom = 2000;

function isLarge(contentDir: string): boolean {
  const entries = ['rules', 'cases'].map((name) => join(contentDir, name)).filter((path) => existsSync(path));
  return entries.reduce((sum, path) => sum + readdirSync(path).length, 0) >= largeFrom;
}

/**
 * Build the site that the environment describes (`CONTENT_DIR`, `DIST_DIR`, `SITE_URL`, `BASE_PATH`). It is
 * built in a temporary folder, which replaces the old site at the end: a build that fails or is killed leaves
 * the old site intact. If nothing has changed since the last build, nothing is done.
 *
 * @param steps keeps what each step takes
 * @param served called as soon as the site is there. If it is given, whole books that a change made out of date (EPUB, PDF) are made afterwards:
 * until then the site has the former ones and says so.
 * @param apart whether one step is done after the other, as in a large book, so that one can tell what each takes
 * @returns The exit code: 0 if done, 1 if the content is at fault or a step failed (the message is already
 * printed).
 */
export async function buildSite(steps = new Steps(), served?: () => void, apart = false): Promise<number> {
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
    const next = nextSite(distDir);
    await takeSiteBefore(distDir, next);
    // The rest takes a second to load, and pages can be made meanwhile.
    const again = makePagesAgain(next);
    const { contentProblems } = await import('./content-problems.ts');
    const problems = await steps.time('content', () => contentProblems(contentDir));
    if (problems.length > 0) {
      await again.stop();
      complain(`${problems.join('\n\n')}\n\nNo site was built.`);
      return 1;
    }
    const { buildInto } = await import('./build-into.ts');
    // A host that has packed files would go on sending the former page of downloads.
    const booksLater = served !== undefined && process.env['COMPRESS'] !== '1';
    const { code, late } = await buildInto(next, contentDir, again, {
      steps,
      booksLater,
      apart: apart || isLarge(contentDir),
    });
    if (code !== 0) return code;
    await changePlaces(next, distDir, (former) => keepSiteBefore(former, distDir));
    served?.();
    const { describeLinks } = await import('./check-links.ts');
    say(await steps.time('links', () => describeLinks(distDir)));
    if (late) {
      const { addLateBooks } = await import('./late-books.ts');
      if (!(await steps.time('books', () => addLateBooks(distDir, contentDir)))) return 1;
      say('Books: the EPUBs and PDFs of the whole text are up to date.');
    }
    await steps.time('seal', () => {
      markBuilt(contentDir, distDir);
      keepCurrentSite(distDir);
    });
    await again.prepareNext();
    say(String(steps));
    return code;
  });
}
