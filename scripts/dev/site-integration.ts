import { existsSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { handKeptFiles } from '../../src/edition/hand-kept.ts';
import { projectRoot } from '../lib/environment.ts';
import type { DevServer, Middleware } from './live.ts';
import type { LiveIngest } from './live-ingest.ts';
import { liveSearch } from './live-search.ts';
import { madeFiles } from './made-files.ts';
import { meaningOf, type Workspace } from './workspace.ts';

export interface SiteOptions {
  workspace: Workspace;
  ingest: LiveIngest;
  /** Tools beside the site, each a middleware below a path of its own: `/desk/`. */
  tools?: Record<string, (server: DevServer, ingest: LiveIngest) => Middleware>;
}

/** What makes Astro's development server this project's: text that is ingested as it changes, and all files of a built site. */
export function devSite({ workspace, ingest, tools = {} }: SiteOptions): AstroIntegration {
  return {
    name: 'dev-site',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const search = liveSearch(server, workspace);
        const made = madeFiles(workspace);
        server.middlewares.use(search.middleware);
        server.middlewares.use(made.middleware);
        for (const [path, tool] of Object.entries(tools)) server.middlewares.use(path, tool(server, ingest));
        const show = async (changed: boolean) => {
          await readAnew(() => refreshContent?.({}), changed);
          search.forget();
          made.forget();
          for (const name of ['ssr', 'prerender'])
            server.environments[name]?.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload', path: '*' });
        };
        watchText(server, { workspace, ingest, show });
      },
    },
  };
}

const store = join(projectRoot, '.astro', 'data-store.json');
const stampOf = () => (existsSync(store) ? statSync(store).mtimeMs : 0);
/** Milliseconds that Astro may take to load its content configuration again, and between two tries. */
const patience = 20_000;
const pause = 50;

/** Have Astro read the content anew. While it loads its configuration it doesn't, and doesn't say so: then once more. */
async function readAnew(refresh: () => Promise<void> | undefined, changed: boolean): Promise<void> {
  const before = stampOf();
  const end = performance.now() + patience;
  await refresh();
  while (changed && stampOf() === before && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    await refresh();
  }
}

interface WatchOptions {
  workspace: Workspace;
  ingest: LiveIngest;
  /** Show the text as it was written last. */
  show: (changed: boolean) => Promise<void>;
}

/** Ingest again when the text, a hand-kept file or the ingest changes, and say so in one line. */
function watchText(server: DevServer, { workspace, ingest, show }: WatchOptions): void {
  const { source, contentDir } = workspace;
  const kept = [contentDir, join(projectRoot, 'content')].flatMap((dir) =>
    handKeptFiles.map((name) => join(dir, name)),
  );
  server.watcher.add([source, ...kept, join(projectRoot, 'scripts', 'ingest')]);
  server.ws.on('connection', () => {
    tellOfProblem(server, ingest);
  });

  let running: Promise<void> | undefined;
  let waiting: NodeJS.Timeout | undefined;
  const again = async (path: string) => {
    const start = performance.now();
    const name = relative(projectRoot, path).startsWith('..') ? basename(path) : relative(projectRoot, path);
    const broken = ingest.problem !== undefined;
    const outcome = await ingest.run();
    if ('problem' in outcome) {
      console.log(`${name}: nothing was written, and the last good text stays.\n${outcome.problem}`);
      tellOfProblem(server, ingest);
      return;
    }
    // A hand-kept file may change pages without changing an entry.
    await show(outcome.changed.length > 0);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const mended = broken ? 'mended, ' : '';
    console.log(`${name}: ${mended}${String(outcome.changed.length)} files written, shown in ${seconds} s.`);
  };
  server.watcher.on('all', (_, path) => {
    const meaning = meaningOf(path, workspace);
    if (meaning === undefined) return;
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
    }, 40);
  });
}

/** Lay what is wrong over the pages that are open; nothing where nothing is. */
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
