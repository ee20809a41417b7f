import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { madeToPublish } from '../../lib/environment.ts';
import { run } from '../../lib/run.ts';

/** It makes much that is soon thrown away: with more room for that, Node tidies up less often. */
const roomForYoung = '--max-semi-space-size=64';

/**
 * Make a site's pages without Astro, by the program that a former build made of the same code: only pages whose texts changed are made anew.
 * @returns whether that was possible; if not, the folder is as it was before
 */
export async function makePagesAgain(distDir: string): Promise<boolean> {
  const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const { code, output } = await run(process.execPath, [roomForYoung, worker, distDir], {
    env: madeToPublish,
    capture: true,
  });
  if (code === 0) {
    process.stderr.write(output);
    return true;
  }
  // Whatever is wrong, Astro tells it better.
  await rm(distDir, { recursive: true, force: true });
  return false;
}
