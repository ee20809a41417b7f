import { execFile } from 'node:child_process';
import { vi } from 'vitest';
import { runCommand } from '../../../scripts/ingest/run/command.ts';
import { projectRoot } from '../../../scripts/lib/environment.ts';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** `npm run ingest` in a process of its own. */
export const ingest = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/ingest.ts', ...args],
      { cwd: projectRoot },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });

/** The same in this process: to start one takes longer than to read a short book. */
export async function ingestHere(...args: string[]): Promise<Ended> {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  const printed = ({ mock }: typeof out) => mock.calls.map((said) => `${said.join(' ')}\n`).join('');
  try {
    const code = await runCommand(args);
    return { code, stdout: printed(out), stderr: printed(err) };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
