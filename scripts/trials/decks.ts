import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHostileDecks } from '../../samples/hostile-decks.ts';
import { projectRoot } from '../lib/environment.ts';
import type { Trial } from './trial.ts';

/** Says its greatest memory on the way out. */
const measure =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nMAXRSS "+process.resourceUsage().maxRSS+"\\n"))';

/** Check one deck in a process of its own. */
const checkDeck = (file: string) =>
  new Promise<{ seconds: number; megabytes: number; code: number | null; output: string }>((resolve) => {
    const start = performance.now();
    let output = '';
    const child = spawn(process.execPath, ['--import', measure, 'scripts/slides-check.ts', file], {
      cwd: projectRoot,
      env: {
        ...process.env,
        CONTENT_DIR: join(projectRoot, 'tests/fixtures/decks/edition'),
        SITE_URL: 'https://rules.example.org',
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        output += part.toString();
      });
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.on('close', (code) => {
      clearTimeout(timer);
      const megabytes = Number(/MAXRSS (\d+)/.exec(output)?.[1] ?? Infinity) / 1024;
      resolve({ seconds: (performance.now() - start) / 1000, megabytes, code, output });
    });
  });

/** Hostile decks: none may take more than 10 seconds or 500 MB, leave a stack or end without a word. */
export const decks: Trial = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'decks-'));
  const files = writeHostileDecks(directory, join(projectRoot, 'tests/fixtures/decks'));
  const failed: string[] = [];
  let [slowest, largest] = [0, 0];
  for (const file of files) {
    const { seconds, megabytes, code, output } = await checkDeck(file);
    slowest = Math.max(slowest, seconds);
    largest = Math.max(largest, megabytes);
    const said = output.includes(file.split('/').at(-1) ?? '');
    if (seconds > 10 || megabytes > 500 || code === null || code > 1 || !said || /\n\s+at /.test(output))
      failed.push(
        `${file}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, exit ${String(code)} ${output.slice(0, 200)}`,
      );
  }
  await rm(directory, { recursive: true });
  return {
    tried: files.length,
    failed,
    note: `slowest ${slowest.toFixed(1)} s, largest ${largest.toFixed(0)} MB`,
  };
};
