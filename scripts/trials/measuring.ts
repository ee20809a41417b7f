import { spawn } from 'node:child_process';
import { projectRoot } from '../lib/environment.ts';

/** Arguments to Node that make a program say its processor time and its greatest memory on the way out. */
const measuring = [
  '--import',
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nTOOK "+(u.userCPUTime+u.systemCPUTime)+" "+u.maxRSS+"\\n")})',
];

/** What a command did, and what it took. */
export interface Measured {
  /** Seconds of the processor. */
  seconds: number;
  megabytes: number;
  /** `null` if it had to be ended after a minute. */
  code: number | null;
  output: string;
}

/** Run one of the project's commands in a process of its own, a minute long at most. */
export const measure = (args: string[], env: Record<string, string> = {}): Promise<Measured> =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [...measuring, ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        output += part.toString();
      });
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ...taken(output), code, output });
    });
  });

/** Seconds of the processor and megabytes, from a program's output. Of several threads, the last one speaks for all. */
function taken(output: string): { seconds: number; megabytes: number } {
  const [, microseconds = Infinity, kilobytes = Infinity] =
    [...output.matchAll(/TOOK (\d+) (\d+)/g)].at(-1) ?? [];
  return { seconds: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024 };
}
