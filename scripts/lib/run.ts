import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { projectRoot } from './environment.ts';

export interface RunOptions {
  /** Added to this process's own environment. */
  env?: Record<string, string>;
  /** Keep what the program prints instead of showing it. */
  capture?: boolean;
}

/**
 * Run a program in the project's folder.
 *
 * @returns its exit code, 1 if a signal ended it; with `capture`, what it printed
 */
export function run(
  program: string,
  args: string[],
  { env = {}, capture = false }: RunOptions = {},
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

/**
 * Run the command line of a dependency with this Node. npm's own links to it are shell scripts on one system and batch
 * files on another; the program behind them is the same everywhere.
 * @param name of the package and of its command
 * @throws Error if the package has no command of its name
 */
export function runTool(name: string, args: string[], options: RunOptions = {}): ReturnType<typeof run> {
  const folder = join(projectRoot, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const program = typeof bin === 'string' ? bin : bin[name];
  if (program === undefined) throw new Error(`The package ${name} brings no command of that name.`);
  return run(process.execPath, [join(folder, program), ...args], options);
}
