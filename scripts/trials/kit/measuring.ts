import { runCommand } from './command.ts';
import { ProcessTree } from './process-tree.ts';

/** Milliseconds after which a command is given up, on a machine however busy. */
const maxWaitMs = 200_000;

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
export async function measure(args: string[], env: Record<string, string> = {}): Promise<Measured> {
  let stop: ProcessTree['stop'] = () => ({ seconds: 0, megabytes: 0 });
  const { code, output } = await runCommand(args, {
    env,
    killAfter: maxWaitMs,
    started: (id) => {
      const tree = new ProcessTree(id);
      stop = () => tree.stop();
    },
  });
  return { ...stop(), code, output };
}
