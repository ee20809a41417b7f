import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { projectRoot } from '../lib/environment.ts';

/** What a whole process took. */
export interface ProcessCost {
  seconds: number;
  /** Largest resident memory in MB; `NaN` where the system doesn't tell (only Linux does). */
  peakMb: number;
  code: number;
}

/** Run a program to its end and measure it from outside. Its output is passed over. */
export async function measureProcess(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<ProcessCost> {
  const start = performance.now();
  const child = spawn(program, args, { cwd: projectRoot, env: { ...process.env, ...env }, stdio: 'ignore' });
  let peakMb = Number.NaN;
  const poll = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => {
        const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
        if (peak !== undefined) peakMb = Math.round(Number(peak) / 1024);
      },
      () => undefined,
    );
  }, 25);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => {
      resolve(status ?? 1);
    });
  });
  clearInterval(poll);
  return { seconds: (performance.now() - start) / 1000, peakMb, code };
}
