// npm run ingest: splits the plain text of a handbook into chapters, rules and cases with frontmatter.
import { relative } from 'node:path';
import { InputError } from './ingest/input-error.ts';
import { ingest } from './ingest/ingest.ts';
import { readOptions, usage, UsageError } from './ingest/options.ts';
import { AccountingError } from './ingest/steps/accounting.ts';
import { callerDirectory } from './lib/environment.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else {
    try {
      process.exitCode = await ingest(options);
    } catch (error) {
      if (!(error instanceof InputError || error instanceof AccountingError)) throw error;
      console.error(`${relative(callerDirectory, options.source) || options.source}: ${error.message}`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
