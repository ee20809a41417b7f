// npm run ingest: splits the plain text of a handbook into chapters, rules and cases with frontmatter.
import { relative } from 'node:path';
import { ingest } from './ingest/run/ingest.ts';
import { InputError } from './ingest/input-error.ts';
import { readOptions, usage, UsageError } from './ingest/run/options.ts';
import { callerDirectory } from './lib/environment.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === 'help') {
      console.log(usage);
      return 0;
    }
    try {
      return await ingest(options);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      console.error(`${relative(callerDirectory, options.source) || options.source}: ${error.message}`);
      return 1;
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
}
