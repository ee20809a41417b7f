// npm run release:check -- OLD.json: compares the built site with an earlier release's handbook.json.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { callerDirectory, siteEnvironment } from './lib/environment.ts';
import { compareReleases, releaseSchema, type Release } from './release-check/compare.ts';
import { complain, say } from './lib/say.ts';

const [oldPath, ...rest] = process.argv.slice(2);
if (oldPath === undefined || rest.length > 0 || oldPath.startsWith('-')) {
  complain('Usage: npm run release:check -- OLD.json   (a handbook.json of an earlier release)');
  process.exit(2);
}
const { distDir } = siteEnvironment();
try {
  const old = readRelease(resolve(callerDirectory, oldPath), 'Give a handbook.json of an earlier release.');
  const now = readRelease(join(distDir, 'handbook.json'), 'Run `npm run build` first.');
  const { broken, gone, moved } = compareReleases(old, now, (path) =>
    existsSync(join(distDir, path, 'index.html')),
  );
  for (const [title, lines] of [
    ['moved, and led on to', moved],
    ['gone, and said to be so', gone],
    ['BROKEN', broken],
  ] as const)
    if (lines.length > 0) say(`${lines.length} ${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  const codes = old.chapters.length + old.rules.length + old.cases.length;
  say(
    broken.length > 0
      ? 'Restore content/permalinks.yaml from the old release, ingest and build again.'
      : `Every one of ${codes} codes and addresses of the old release still leads somewhere.`,
  );
  process.exit(broken.length > 0 ? 1 : 0);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

function readRelease(path: string, advice: string): Release {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} could not be read as JSON: ${(error as Error).message}. ${advice}`, {
      cause: error,
    });
  }
  const result = releaseSchema.safeParse(data);
  if (!result.success)
    throw new Error(`${path} is no handbook.json. ${advice}\n${z.prettifyError(result.error)}`);
  return result.data;
}
