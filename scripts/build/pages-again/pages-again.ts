import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pagesCacheDir } from '../../../src/integrations/kept-pages/cache-place.ts';
import { madeToPublish } from '../../lib/environment.ts';
import { say } from '../../lib/say.ts';
import { describePages, type PagesMade, type PagesTold } from './pages-made.ts';
import { workerFile } from './program-files.ts';

/** It makes much that is soon thrown away: with more room for that, Node tidies up less often. */
const roomForYoung = '--max-semi-space-size=64';

/** Pages that are made in a process of its own. */
export interface PagesAgain {
  /** Whether the pages of chapters, rules, cases and front matter are there. */
  texts: Promise<boolean>;
  /** The files of the site until now, once all pages are there; `undefined` if they can't be made so. */
  done: Promise<string[] | undefined>;
  /** End the process and remove what it made. */
  stop: () => Promise<void>;
  /** If they were made so, see that the next build can begin sooner. */
  prepareNext: () => Promise<void>;
}

/**
 * Make a site's pages without Astro, by the program that a former build made of the same code: only pages whose texts changed are made anew.
 * @param distDir what is in it already and is as it has to be is left alone
 */
export function makePagesAgain(distDir: string): PagesAgain {
  const clear = () => rm(distDir, { recursive: true, force: true });
  if (!existsSync(pagesCacheDir)) return noPages(clear);
  const worker = fork(workerFile(), [distDir], {
    execArgv: [roomForYoung],
    env: { ...process.env, ...madeToPublish },
    // Whatever is wrong, Astro tells it better.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(worker, 'exit').catch(() => undefined);
  let made: PagesMade | undefined;
  const texts = new Promise<boolean>((resolve) => {
    worker.on('message', (message: PagesTold) => {
      if (message === 'texts') resolve(true);
      else made = message;
    });
    void ended.then(() => {
      resolve(false);
    });
  });
  const stop = async () => {
    worker.kill('SIGKILL');
    await ended;
    await clear();
  };
  const done = ended.then(() => {
    if (made === undefined) return undefined;
    say(describePages(made));
    return made.files;
  });
  const prepareNext = async () => {
    if (made === undefined) return;
    const { bundlePrograms } = await import('./bundle-programs.ts');
    // A build can do without.
    await bundlePrograms(made.program).catch(() => undefined);
  };
  return { texts, done, stop, prepareNext };
}

/** In a first build, nothing is there to make pages by. */
const noPages = (clear: () => Promise<void>): PagesAgain => ({
  texts: Promise.resolve(false),
  done: Promise.resolve(undefined),
  stop: clear,
  prepareNext: () => Promise.resolve(),
});
