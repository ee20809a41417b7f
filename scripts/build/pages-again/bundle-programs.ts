import { makeBundle } from '../../lib/make-bundle.ts';
import { bundledProgram, programKey, worker, workerFile, workerKey } from './program-files.ts';

/** Bundle the worker and the program that it runs, for the next build. */
export async function bundlePrograms(program: string): Promise<void> {
  if (workerFile() === worker) await makeBundle(worker, workerKey());
  if (bundledProgram(program) === undefined) await makeBundle(program, programKey(program));
}
