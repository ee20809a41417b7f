import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../lib/environment.ts';

/** What the build is told if someone waits for its site, and what it tells once the site is there. */
export const waiting = '--waiting';
export const served = 'served';

/** A build that runs beside this process, and ends with it. */
export interface BuildProcess {
  /** The site is there, or the build has ended without: its exit code. */
  served: Promise<number>;
  /** The build has ended. */
  ended: Promise<number>;
}

/** Build the site that the environment describes, as `npm run build` does, but whole books that are out of date once the site is there. */
export function startBuild(): BuildProcess {
  const build = fork(join(projectRoot, 'scripts', 'build.ts'), [waiting], { cwd: projectRoot });
  const ended = once(build, 'close').then(([code]) => (typeof code === 'number' ? code : 1));
  const told = once(build, 'message').then(() => 0);
  return { served: Promise.race([told, ended]), ended };
}
