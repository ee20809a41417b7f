// npm run ingest: splits the plain text of a handbook into chapters, rules and cases with frontmatter.
import { join, relative, resolve } from 'node:path';
import { keptValuesVariable } from '../src/freshness/kept-values.ts';
import { ingest } from './ingest/run/ingest.ts';
import { InputError } from './ingest/input-error.ts';
import { readOptions, usage } from './ingest/run/options.ts';
import { UsageError } from './lib/command-line.ts';
import { callerDirectory, projectRoot } from './lib/environment.ts';
import { LockError } from './lib/lock.ts';
import { explainDiskError } from './lib/regular-file.ts';
import { complain, say } from './lib/say.ts';

process.env[keptValuesVariable] ??= join(
  resolve(projectRoot, process.env['CACHE_DIR'] ?? '.cache'),
  'values',
);
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
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
