import { runTool } from '../../lib/run.ts';
import type { Components } from '../components/write-components.ts';
import { lintFaults } from './lint-faults.ts';

/** Lint all code, components included. The result is that of a program: its code is 1 if there is a fault, and the output tells the faults. */
export async function checkLint(components: Components): ReturnType<typeof runTool> {
  // Git ignores the folder of the components' code: each file in it is named.
  const code = [...components.files.keys()].map((path) => `${components.folder}/${path}`);
  const linted = await runTool('oxlint', ['--format=json', '.', ...code], { capture: true });
  // Whoever can't lint says so in plain words.
  if (!linted.output.startsWith('{')) return { code: 1, output: linted.output };
  const output = lintFaults(linted.output, components).join('\n');
  return { code: output === '' ? 0 : 1, output };
}
