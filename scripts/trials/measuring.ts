import { spawn } from 'node:child_process';
import { projectRoot } from '../lib/environment.ts';
import { ProcessTree } from './process-tree.ts';

/** Milliseconds after which a command is given up, on a machine however busy. */
const patience = 200_000;

/** What a command did, and what it took. */
export interface Measured {
  /** Seconds of the processor, those of the processes that it started included. */
  seconds: number;
  megabytes: number;
  /** `null` if it had to be ended. */
  code: number | null;
  output: string;
}

/** Run one of the project's commands in a process of its own. */
export const measure = (args: string[], env: Record<string, string> = {}): Promise<Measured> =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, args, { cwd: projectRoot, env: { ...process.env, ...env } });
    const tree = new ProcessTree(child.pid ?? 0);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        output += part.toString();
      });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ...tree.stop(), code, output });
    });
  });
