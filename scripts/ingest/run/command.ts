import { relative } from 'node:path';
import { UsageError } from '../../lib/command-line.ts';
import { callerDirectory } from '../../lib/environment.ts';
import { LockError } from '../../lib/lock.ts';
import { explainDiskError } from '../../lib/regular-file.ts';
import { complain, say } from '../../lib/say.ts';
import { InputError } from '../input-error.ts';
import { ingest } from './ingest.ts';
import { readOptions, usage } from './options.ts';

/**
 * Ingest as the command line says.
 * @returns the exit code: 0 if done, 1 if the book or the disk is at fault, 2 if the command was used wrongly
 */
export async function runCommand(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === 'help') {
      say(usage);
      return 0;
    }
    try {
      return await ingest(options);
    } catch (error) {
      const own = error instanceof InputError || error instanceof LockError;
      const explained = own
        ? `${relative(callerDirectory, options.source) || options.source}: ${error.message}`
        : explainDiskError(error);
      if (explained === undefined) throw error;
      complain(explained);
      return 1;
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(`${error.message}\n\n${usage}`);
    return 2;
  }
}
