import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { projectRoot } from './environment.ts';

/**
 * Run a program in the project's folder.
 *
 * @returns Its exit code; 1 if a signal ended it. With `capture`, what it printed as well, not shown.
 */
export function run(
  program: string,
  args: string[],
  { env = {}, capture = false }: { env?: Record<string, string>; capture?: boolean } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: projectRoot,
      // The tools' own `#!/usr/bin/env node` must find the Node that runs this, not an older one.
      env: {
        ...process.env,
        PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
        ...env,
      },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Path of a command that a dependency brought. */
export function bin(name: string): string {
  return `${projectRoot}/node_modules/.bin/${name}`;
}
