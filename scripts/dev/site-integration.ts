import { statSync, watch } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { handKeptFiles } from '../../src/edition/files/hand-kept.ts';
import { projectRoot } from '../lib/environment.ts';
import { freshContent } from './fresh-content.ts';
import type { DevServer, Middleware } from './live.ts';
import type { LiveIngest } from './live-ingest.ts';
import { liveSearch } from './live-search.ts';
import { madeFiles } from './made-files.ts';
import { answerWorker } from './no-worker.ts';
import { refuseOddRequests } from './odd-requests.ts';
import { readAnew } from './read-anew.ts';
import { isWritten, meaningOf, type Workspace } from './workspace.ts';
import { say } from '../lib/say.ts';

export interface SiteOptions {
  workspace: Workspace;
  ingest: LiveIngest;
  /** Tools beside the site, each a middleware below a path of its own: `/desk/`. */
  tools?: Record<string, (server: DevServer, ingest: LiveIngest) => Middleware>;
}

/** Adds to Astro's development server: text that is ingested as it changes, and all files of a built site. */
export function devSite({ workspace, ingest, tools = {} }: SiteOptions): AstroIntegration {
  return {
    name: 'dev-site',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        refuseOddRequests(server);
        const search = liveSearch(server, workspace);
        const made = madeFiles(workspace);
        server.middlewares.use(answerWorker);
        server.middlewares.use(search.middleware);
        server.middlewares.use(made.middleware);
        for (const [path, tool] of Object.entries(tools)) server.middlewares.use(path, tool(server, ingest));
        const fresh = freshContent(server, (path) => isWritten(path, workspace));
        server.middlewares.use(fresh.middleware);
        const show = async (changed: boolean) => {
          await readAnew(() => refreshContent?.({}), changed);
          search.forget();
          made.forget();
          await fresh.show();
        };
        watchText(server, { workspace, ingest, show, fresh });
      },
    },
  };
}

interface WatchOptions {
  workspace: Workspace;
  ingest: LiveIngest;
  /** Show the text as it was written last. */
  show: (changed: boolean) => Promise<void>;
  fresh: ReturnType<typeof freshContent>;
}

/** Ingest again when the text, a hand-kept file or the ingest changes, and print one line about it. */
function watchText(server: DevServer, { workspace, ingest, show, fresh }: WatchOptions): void {
  const { source, contentDir } = workspace;
  const kept = [contentDir, join(projectRoot, 'content')].flatMap((dir) =>
    handKeptFiles.map((name) => join(dir, name)),
  );
  server.watcher.add([...kept, join(projectRoot, 'scripts', 'ingest')]);
  server.ws.on('connection', () => {
    tellOfProblem(server, ingest);
  });

  let running: Promise<void> | undefined;
  let waiting: NodeJS.Timeout | undefined;
  const again = async (path: string) => {
    const start = performance.now();
    const name = relative(projectRoot, path).startsWith('..') ? basename(path) : relative(projectRoot, path);
    const broken = ingest.problem !== undefined;
    fresh.hold();
    const outcome = await ingest.run();
    if ('problem' in outcome) {
      fresh.release();
      say(`${name}: nothing was written, and the last good text stays.\n${outcome.problem}`);
      tellOfProblem(server, ingest);
      return;
    }
    // A hand-kept file may change pages without changing an entry.
    await show(outcome.changed.length > 0);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const mended = broken ? 'mended, ' : '';
    say(`${name}: ${mended}${String(outcome.changed.length)} files written, shown in ${seconds} s.`);
  };
  const changed = (path: string, meaning: 'input' | 'code') => {
    clearTimeout(waiting);
    // Editors write a file in several steps.
    waiting = setTimeout(() => {
      const before = running ?? Promise.resolve();
      running = before
        .then(() => (meaning === 'code' ? ingest.reload() : undefined))
        .then(() => again(path))
        .catch((error: unknown) => {
          console.error(error);
        });
    }, writingTime);
  };
  // The text itself is watched without Vite, which waits a tenth of a second to tell a change from a rename.
  watchSource(source, () => {
    changed(source, 'input');
  });
  server.watcher.on('all', (_, path) => {
    const meaning = meaningOf(path, workspace);
    if (meaning !== undefined) changed(path, meaning);
  });
}

/** Milliseconds between the steps in which an editor writes a file. */
const writingTime = 40;

/** Call back at every change of a file or below a folder, even if an editor replaces the file by a new one. */
function watchSource(source: string, callback: () => void): void {
  const folder = statSync(source).isDirectory();
  watch(folder ? source : dirname(source), { recursive: folder }, (_, name) => {
    if (folder || name === basename(source)) callback();
  });
}

/** Lay a message about what is wrong over the open pages; remove it if nothing is. */
function tellOfProblem(server: DevServer, { problem, options }: LiveIngest): void {
  if (problem === undefined) return;
  server.ws.send({
    type: 'error',
    err: {
      message: `${options.name} can't be ingested. The last good text stays.\n\n${problem.text}`,
      stack: '',
      plugin: 'ingest',
      ...(problem.line !== undefined && { loc: { file: options.source, line: problem.line, column: 1 } }),
    },
  });
}
