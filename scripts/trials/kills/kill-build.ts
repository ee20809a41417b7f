import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../samples/random.ts';
import { projectRoot } from '../../lib/environment.ts';
import { runCommand } from '../kit/command.ts';
import { Kills } from './kills.ts';
import { textsIn } from '../kit/files-in.ts';
import { writeSmallBook } from '../kit/small-book.ts';
import type { Trial } from '../kit/trial.ts';

/** A hash of all files of a site, without the build's own notes (`.sealed.json`), which come once the site is in place. */
function fingerprint(dist: string): string {
  const hash = createHash('sha256');
  const files = [...textsIn(dist)].filter(([path]) => !path.startsWith('.'));
  for (const [path, text] of files.sort()) hash.update(path).update('\0').update(text).update('\0');
  return hash.digest('hex');
}

/** Builds of two small books into one folder by turns, each killed at a random moment. The site there must always be a whole one. */
export const killBuild: Trial = async (times) => {
  const root = join(projectRoot, '.work', 'kill-build');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const dist = join(root, 'dist');
  const environments: { CONTENT_DIR: string; DIST_DIR: string }[] = [];
  for (const seed of [1, 2]) {
    const source = join(root, `book-${String(seed)}.txt`);
    writeSmallBook(source, { stories: 0, seed });
    const content = join(root, `content-${String(seed)}`);
    await runCommand(['scripts/ingest.ts', source, '--out', content]);
    environments.push({ CONTENT_DIR: content, DIST_DIR: dist });
  }
  const editionOf = new Map<string, (typeof environments)[number]>();
  let longest = 0;
  for (const env of [...environments, ...environments]) {
    const { code, output, seconds } = await runCommand(['scripts/build.ts'], { env });
    if (code !== 0) throw new Error(output.slice(-2000));
    // The first build of each fills the caches.
    longest = editionOf.size < 2 ? seconds : Math.max(longest, seconds);
    editionOf.set(fingerprint(dist), env);
  }
  if (editionOf.size !== 2) throw new Error('Two builds of one edition differ.');
  const random = seededRandom(Date.now());
  const failed: string[] = [];
  let replaced = 0;
  const kills = new Kills(longest);
  let present = fingerprint(dist);
  while (kills.count < times) {
    const moment = kills.nextMoment(random);
    // Of the two, the one that isn't there: a build of the other would have nothing to do.
    const env = environments.find((each) => editionOf.get(present) !== each) ?? {};
    kills.note(await runCommand(['scripts/build.ts'], { env, killAfter: moment }));
    const current = fingerprint(dist);
    if (!editionOf.has(current))
      failed.push(`after kill ${kills.count}, at ${moment.toFixed(0)} ms: the site is not whole`);
    if (current !== present) replaced += 1;
    present = current;
  }
  for (const env of environments) {
    const { code, output } = await runCommand(['scripts/build.ts'], { env });
    if (code !== 0 || !editionOf.has(fingerprint(dist)))
      failed.push(`after all kills: ${output.slice(-500)}`);
  }
  const left = readdirSync(root).filter((name) => name.startsWith('.'));
  if (left.length > 0) failed.push(`left over: ${left.join(', ')}`);
  return {
    tried: times,
    failed,
    note: `${kills.ended} more had ended before; ${replaced} put another site in place`,
  };
};
