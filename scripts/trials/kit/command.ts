import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../lib/environment.ts';

/** How a command ended. `code` is `null` if it was killed. */
export interface Ended {
  code: number | null;
  output: string;
  seconds: number;
}

/** Run one of the project's commands. After `killAfter` milliseconds it is killed, with its children. */
export async function runCommand(
  args: string[],
  {
    env = {},
    killAfter,
    directory = projectRoot,
    started,
  }: {
    env?: Record<string, string>;
    killAfter?: number | undefined;
    directory?: string;
    /** Gets the id of the process. */
    started?: (id: number) => void;
  } = {},
): Promise<Ended> {
  const start = performance.now();
  let output = '';
  const child = spawn(process.execPath, args, {
    cwd: directory,
    env: { ...process.env, ...env },
    // A process group of its own, so that a build's helpers can be killed with it.
    detached: true,
  });
  started?.(child.pid ?? 0);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      output += part.toString();
    });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  if (killAfter !== undefined) {
    await Promise.race([ended, sleep(killAfter, undefined, { ref: false })]);
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  const code = await ended;
  return { code, output, seconds: (performance.now() - start) / 1000 };
}
