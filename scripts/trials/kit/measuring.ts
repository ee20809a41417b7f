import { runCommand } from './command.ts';
import { ProcessTree } from './process-tree.ts';

/** Milliseconds after which a command is killed, even on a busy machine. */
const maxWaitMs = 200_000;

/** What a command did, and what it took. */
export interface Measured {
  /** Seconds of processor time, also of the processes that it started. */
  seconds: number;
  megabytes: number;
  /** `null` if it had to be killed. */
  code: number | null;
  output: string;
}

/** Run one of the project's commands and measure what it takes. */
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
