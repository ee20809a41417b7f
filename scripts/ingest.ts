// npm run ingest: splits the plain text of a handbook into chapters, rules and cases with frontmatter.
import { join, resolve } from 'node:path';
import { keptValuesVariable } from '../src/freshness/kept-values.ts';
import { runCommand } from './ingest/run/command.ts';
import { projectRoot } from './lib/environment.ts';

process.env[keptValuesVariable] ??= join(
  resolve(projectRoot, process.env['CACHE_DIR'] ?? '.cache'),
  'values',
);
process.exitCode = await runCommand(process.argv.slice(2));
