import { join } from 'node:path';
import { projectRoot } from '../../lib/environment.ts';
import { run } from '../../lib/run.ts';
import { faultAt } from '../components/place.ts';
import type { Components } from '../components/write-components.ts';
import { writeContentTypes } from './content-types.ts';
import { toldAtSource } from './told-at-source.ts';

const compiler = join(projectRoot, 'node_modules', 'typescript-native', 'bin', 'tsc');

/**
 * Check the types of components and of what else a configuration of the compiler includes.
 * @returns what is wrong, in the compiler's words; empty if nothing is
 */
export async function typeFaults(components: Components, config: string): Promise<string> {
  const options = ['--project', config, '--singleThreaded', '--pretty', 'false'];
  // With a tenth more memory, the compiler spends a quarter less time on tidying it up.
  const env = { GOGC: '400' };
  const { code, output } = await run(process.execPath, [compiler, ...options], { capture: true, env });
  if (code !== 0 && output === '') throw new Error(`The compiler ended with code ${String(code)}.`);
  const syntax = components.faults.map(({ place, message }) => faultAt(place, `error: ${message}`));
  return [...syntax, toldAtSource(output, components)].join('\n').trim();
}

/** Check the types of all code. The result is that of a program: its code is 1 if there is a fault, and the output tells the faults. */
export async function checkTypes(components: Components): ReturnType<typeof run> {
  const content = await writeContentTypes();
  if (content.code !== 0) return content;
  const output = await typeFaults(components, 'tsconfig.check.json');
  return { code: output === '' ? 0 : 1, output };
}
