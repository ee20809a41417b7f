import { basename, dirname, join } from 'node:path';
import { fingerprintFor } from '../../../src/freshness/makers.ts';
import { projectRoot } from '../../lib/environment.ts';
import { bundleOf } from '../../lib/bundles.ts';

export const worker = join(import.meta.dirname, 'worker.ts');

/** The worker's own code, wherever the project is: a bundle knows where it was made. */
export const workerKey = (): string => fingerprintFor('pagesAgain', { values: projectRoot });

/** What the worker is started by. */
export const workerFile = (): string => bundleOf(workerKey()) ?? worker;

/** Programs that a former build made are in folders that have the name of their fingerprint. */
export const programKey = (program: string): string => `of-${basename(dirname(program))}`;

/** The bundle of such a program, if there is one. */
export const bundledProgram = (program: string): string | undefined => bundleOf(programKey(program));
