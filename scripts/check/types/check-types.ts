import { join } from 'node:path';
import { projectRoot } from '../../lib/environment.ts';
import { run } from '../../lib/run.ts';
import { writeContentTypes } from './content-types.ts';
import { faultAt, toldAtSource } from './told-at-source.ts';
import { writeComponents } from './write-components.ts';

/** TypeScript 7. The package `typescript` is version 6, on which other tools are built. */
const compiler = join(projectRoot, 'node_modules', 'typescript-native', 'bin', 'tsc');

export interface CheckOptions {
  /** Folder whose `src` has the components. */
  project: string;
  /** Folder below the project's own that their code goes into, with slashes; a root of the configuration. */
  folder: string;
  /** The compiler's configuration. */
  config: string;
}

/**
 * Check the types of components and of what else the configuration includes.
 * @returns what is wrong, in the compiler's words; empty if nothing is
 */
export async function typeFaults({ project, folder, config }: CheckOptions): Promise<string> {
  const { files, faults } = writeComponents(project, join(projectRoot, folder));
  const options = ['--project', config, '--singleThreaded', '--pretty', 'false'];
  const { code, output } = await run(process.execPath, [compiler, ...options], { capture: true });
  if (code !== 0 && output === '') throw new Error(`The compiler ended with code ${String(code)}.`);
  // The compiler also finds faults with what Astro writes around components: these are left out.
  return [
    ...faults.map(({ place, message }) => faultAt(place, `error: ${message}`)),
    toldAtSource(output, folder, files),
  ]
    .join('\n')
    .trim();
}

/** Check the types of all code. The result is that of a program: its code is 1 if there is a fault, and the output tells the faults. */
export async function checkTypes(): ReturnType<typeof run> {
  const content = await writeContentTypes();
  if (content.code !== 0) return content;
  const output = await typeFaults({
    project: projectRoot,
    folder: '.cache/components',
    config: 'tsconfig.check.json',
  });
  return { code: output === '' ? 0 : 1, output };
}
