import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { projectRoot } from '../lib/environment.ts';

/** What a script took of the machine. Time is that of the processor: others who use the machine don't lengthen it. */
export interface NodeCost {
  seconds: number;
  /** Largest resident memory in MB. */
  peakMb: number;
  /** 0 if it did its work, `undefined` if it was ended before it had. */
  code: number | undefined;
}

/**
 * Run a script of this project to its end, passing over its output. What processes of its own take isn't counted.
 * @param notes a file for the script to leave its usage in
 * @param maxSeconds seconds after which it is ended
 */
export async function measureNode(args: string[], notes: string, maxSeconds: number): Promise<NodeCost> {
  await rm(notes, { force: true });
  const child = spawn(process.execPath, ['--import', './scripts/bench/report-usage.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, USAGE_FILE: notes },
    stdio: 'ignore',
    timeout: maxSeconds * 1000,
    killSignal: 'SIGKILL',
  });
  const code = await new Promise<number | undefined>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? undefined));
  });
  if (!existsSync(notes)) return { seconds: maxSeconds, peakMb: 0, code: undefined };
  const usage = JSON.parse(await readFile(notes, 'utf8')) as NodeJS.ResourceUsage;
  return {
    seconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    peakMb: Math.round(usage.maxRSS / 1024),
    code,
  };
}
