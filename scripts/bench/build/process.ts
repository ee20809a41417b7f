import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { projectRoot } from '../../lib/environment.ts';
import { processorTime } from '../../lib/processor-time.ts';

/** What a program took, with all that it started. */
export interface ProcessCost {
  seconds: number;
  /** Seconds of processor, which hold where the machine does other things too. `NaN` where the system doesn't tell (only Linux does). */
  processor: number;
  /** Most memory that they had at once, in MB; `NaN` where the system doesn't tell. */
  peakMb: number;
  code: number;
  /** What it printed. */
  output: string;
}

export interface ProcessOptions {
  env?: Record<string, string>;
  /** Where it runs. Default: the project's folder. */
  cwd?: string;
  /** Seconds after which it is ended. Default: none. */
  limit?: number;
}

/** Milliseconds between two looks at the memory. */
const lookEvery = 200;
const linux = process.platform === 'linux';

/** Memory in MB of a process and all that descend from it. */
function memoryOf(root: number): number {
  const children = new Map<number, number[]>();
  const pages = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const parent = fields[1] ?? 0;
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      pages.set(Number(name), fields[21] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  let sum = 0;
  const left = [root];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    sum += pages.get(id) ?? 0;
    left.push(...(children.get(id) ?? []));
  }
  return Math.round((sum * 4096) / 2 ** 20);
}

/** Run a program to its end and measure it from outside, with all that it starts. */
export async function measureProcess(
  program: string,
  args: string[],
  { env = {}, cwd = projectRoot, limit }: ProcessOptions = {},
): Promise<ProcessCost> {
  const start = performance.now();
  const before = processorTime().children;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own can be ended as a whole.
    detached: true,
  });
  const { pid } = child;
  let peakMb = linux ? 0 : Number.NaN;
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const look = setInterval(() => {
    if (linux && pid !== undefined) peakMb = Math.max(peakMb, memoryOf(pid));
  }, lookEvery);
  const end =
    limit === undefined
      ? undefined
      : setTimeout(() => {
          if (pid !== undefined) process.kill(-pid, 'SIGKILL');
        }, limit * 1000);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve(status ?? 1);
    });
  });
  clearInterval(look);
  clearTimeout(end);
  return {
    seconds: (performance.now() - start) / 1000,
    processor: linux ? processorTime().children - before : Number.NaN,
    peakMb,
    code,
    output,
  };
}
