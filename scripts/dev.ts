// npm run dev [-- SOURCE]: the site as it is being written: edited text, YAML and code show at once.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { deskTool } from './desk/tool.ts';
import { LiveIngest } from './dev/live-ingest.ts';
import { devSite } from './dev/site-integration.ts';
import { workspaceFor } from './dev/workspace.ts';
import { environmentProblems, projectRoot, siteEnvironment } from './lib/environment.ts';
import { explainListenError } from './preview/listen-error.ts';
import { complain, say } from './lib/say.ts';

const args = process.argv.slice(2);
if (args.length > 1 || args[0]?.startsWith('-') === true) {
  complain('Usage: npm run dev [-- SOURCE]   (PORT=4322 npm run dev chooses another port)');
  process.exit(2);
}
const problems = environmentProblems();
if (problems.length > 0) {
  complain(problems.join('\n'));
  process.exit(2);
}
const workspace = workspaceFor(args[0]);
process.env['CONTENT_DIR'] = workspace.contentDir;
process.env['DIST_DIR'] = workspace.distDir;

const ingest = new LiveIngest({
  source: workspace.source,
  name: basename(workspace.source),
  out: workspace.contentDir,
  encoding: undefined,
  dryRun: false,
  force: false,
  retire: false,
});
const first = await ingest.run();
if ('problem' in first) {
  complain(`${relative(process.cwd(), workspace.source)}: nothing was written.\n${first.problem}`);
  // A book without an outline can be mended on the desk, but one that can't be read can't be shown.
  if (!existsSync(join(workspace.contentDir, 'chapters')) && first.code === undefined) process.exit(1);
}

// Astro doesn't know when the code that rendered these entries has changed.
rmSync(join(projectRoot, '.astro', 'data-store.json'), { force: true });
const { port, base } = siteEnvironment();
// Another book is opened by a process of its own, at the same address.
const token = process.env['DESK_TOKEN'] ?? randomBytes(18).toString('base64url');
let served = port;
const open = (source: string) => {
  void server.stop().then(() => {
    const next = spawn(process.execPath, [fileURLToPath(import.meta.url), source], {
      stdio: 'inherit',
      env: { ...process.env, CONTENT_DIR: '', DIST_DIR: '', PORT: String(served), DESK_TOKEN: token },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal));
    next.on('exit', (code) => process.exit(code ?? 0));
  });
};
const desk = () => deskTool({ workspace, token, port: () => served, open });
let server: Awaited<ReturnType<typeof dev>>;
try {
  server = await dev({
    root: projectRoot,
    // Astro warns of folders that a book has no use for.
    logLevel: 'error',
    server: { port, host: '127.0.0.1' },
    vite: {
      server: {
        strictPort: true,
        // What was built has thousands of files, and none of them is shown by what watches.
        watch: { ignored: ['dist', '.cache'].map((name) => join(projectRoot, name, '**')) },
      },
    },
    integrations: [devSite({ workspace, ingest, tools: { [`${base}desk/`]: desk } })],
  });
  served = server.address.port;
  const address = `http://localhost:${String(served)}${base}`;
  say(
    `\nReady: ${address}  (Ctrl-C stops it)\nDesk:  ${address}desk/?token=${token}\nWatching ${relative(process.cwd(), workspace.source)}, the YAML files beside the text, and the code.`,
  );
} catch (error) {
  complain(explainListenError(error, port));
  process.exit(1);
}
